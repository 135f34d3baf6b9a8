package dev.tidemark.scan.rule.cgo;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.List;

/** Handles that a package makes and nowhere deletes: each keeps its value for good. */
public final class HandleNotDeleted implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "cgo-handle-not-deleted",
          LeakClass.LEAK,
          "a cgo.Handle is made, and the package deletes none",
          401,
          "call its Delete when C is done with it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    List<Runnable> made = new ArrayList<>();
    boolean[] isDeleted = new boolean[1];
    unit.forEachCall((body, call) -> {
      isDeleted[0] |= call.name().equals("runtime/cgo.Handle.Delete");
      boolean runsOnce = body.symbol().name().equals("init") || body.symbol().name().equals("main");
      if (call.name().equals("runtime/cgo.NewHandle") && !runsOnce && !isReturned(call, body)) {
        made.add(() ->
            out.add(
                INFO,
                body,
                call.node(),
                "the handle keeps its value for good: nothing in the package deletes one",
                List.of(new Step(unit.span(body, call.node()), "the handle is made"))));
      }
    });
    if (!isDeleted[0]) {
      made.forEach(Runnable::run);
    }
  }

  private static boolean isReturned(Op.Call call, Body body) {
    boolean[] found = new boolean[1];
    body.forEachOp(op ->
        found[0] |=
            op instanceof Op.Return returned
                && returned.values().stream()
                    .anyMatch(value -> body.sources(value).contains(new Value.Result(call, 0))));
    return found[0];
  }
}
