package dev.tidemark.scan.rule.signal;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Loops;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Paths;
import dev.tidemark.scan.request.RequestPaths;
import java.util.List;

/**
 * A channel that signals are sent to, made for each request or each turn of a loop: the runtime
 * keeps it until signal.Stop.
 *
 * <pre>
 *   func handle(w, r) {                          func handle(w, r) {
 *     c := make(chan os.Signal, 1)                 c := make(chan os.Signal, 1)
 *     signal.Notify(c, os.Interrupt) // found      signal.Notify(c, os.Interrupt)
 *     …                                            defer signal.Stop(c)          // fine
 *   }                                            }
 * </pre>
 */
public final class SignalNotStopped implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "signal-not-stopped",
          LeakClass.LEAK,
          "a channel that each request or turn of a loop hands to signal.Notify is not stopped",
          772,
          "`defer signal.Stop(c)` right behind Notify, or ask for signals once");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (call.name().equals("os/signal.Notify")
          && call.argument(0) instanceof Value.Made channel
          && isRepeated(channel, call, body, unit)
          && !isHandledInLiteral(channel, body)) {
        Paths.search(unit, body, call, _ -> false, op -> isHandled(op, channel, call, body))
            .ifPresent(lost ->
                out.add(
                    INFO,
                    body,
                    call.node(),
                    "the channel is kept by the runtime: nobody calls signal.Stop",
                    List.of(
                        new Step(unit.span(body, call.node()), "signals are asked for"),
                        new Step(unit.span(body, lost.end()), "not stopped here"))));
      }
    });
  }

  private static boolean isRepeated(Value.Made channel, Op.Call notify, Body body, Unit unit) {
    return RequestPaths.of(unit).handler(body).isPresent() || isMadeInLoop(channel, notify, body);
  }

  /** Whether each turn of a loop makes another channel. */
  private static boolean isMadeInLoop(Value.Made channel, Op.Call notify, Body body) {
    int from = channel.site().node().from();
    boolean[] found = new boolean[1];
    if (Loops.repeats(body, notify)) {
      Walk.preorder(
          body.node(),
          node -> {
            found[0] |=
                (node instanceof Stmt.ForStmt || node instanceof Stmt.RangeStmt)
                    && node.from() < from
                    && from < node.to();
            return !found[0];
          });
    }
    return found[0];
  }

  private static boolean isHandled(Op op, Value.Made channel, Op.Call notify, Body body) {
    return switch (op) {
      case Op.Call call ->
          call != notify
              && !(call.callee() instanceof Callee.Language)
              && call.arguments().stream().anyMatch(given -> is(given, channel, body));
      case Op.Store store -> is(store.value(), channel, body);
      case Op.Send send -> is(send.value(), channel, body);
      case Op.Return returned ->
          returned.values().stream().anyMatch(value -> is(value, channel, body));
      case Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> false;
    };
  }

  private static boolean isHandledInLiteral(Value.Made channel, Body body) {
    boolean[] found = new boolean[1];
    body.literals()
        .forEach(literal ->
            literal.forEachBody(one ->
                one.forEachOp(op ->
                    found[0] |=
                        op instanceof Op.Call call
                            && call.name().startsWith("os/signal.")
                            && call.arguments().stream()
                                .anyMatch(given -> is(given, channel, one)))));
    return found[0];
  }

  private static boolean is(Value value, Value.Made channel, Body body) {
    return value.equals(channel) || body.sources(value).contains(channel);
  }
}
