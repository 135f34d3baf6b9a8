package dev.tidemark.scan.rule.websocket;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Loops;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A server that reads from a websocket in a loop, in a package that sets no deadline for reads: a
 * client that goes away without a word keeps its goroutine and buffers.
 */
public final class ReadWithoutDeadline implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "websocket-without-deadline",
          LeakClass.HYGIENE,
          "a websocket is read from without a deadline",
          772,
          "SetReadDeadline before each read, moved on by SetPongHandler, and send pings");

  private static final String CONNECTION = "github.com/gorilla/websocket.Conn.";

  private static final Set<String> READING = Set.of("ReadMessage", "ReadJSON", "NextReader");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    RequestPaths paths = RequestPaths.of(unit);
    List<Runnable> read = new ArrayList<>();
    boolean[] hasDeadline = new boolean[1];
    unit.forEachCall((body, call) -> {
      if (call.name().startsWith(CONNECTION)) {
        hasDeadline[0] |= call.lastName().equals("SetReadDeadline");
        if (READING.contains(call.lastName())
            && paths.handler(body).isPresent()
            && Loops.repeats(body, call)) {
          read.add(() -> found(call, body, unit, out));
        }
      }
    });
    if (!hasDeadline[0]) {
      read.forEach(Runnable::run);
    }
  }

  private static void found(Op.Call call, Body body, Unit unit, Findings out) {
    out.add(
        INFO,
        body,
        call.node(),
        "this waits as long as the client is silent: the package sets no read deadline",
        List.of(new Step(unit.span(body, call.node()), "read in a loop")));
  }
}
