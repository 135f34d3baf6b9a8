package dev.tidemark.scan.rule.finalizer;

import dev.tidemark.golang.effect.Summary;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.List;
import java.util.Optional;

/** A finalizer that may wait: one goroutine runs them all, and behind it no other is run. */
public final class FinalizerMayBlock implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "finalizer-may-block",
          LeakClass.LEAK,
          "a finalizer may wait for another goroutine",
          833,
          "start a goroutine in the finalizer, or send in a select with a default");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachBody(body ->
        body.forEachOp(op -> {
          if (op instanceof Op.Call call && call.name().equals("runtime.SetFinalizer")) {
            Optional<Body> function = function(call.argument(1), unit);
            if (function.map(unit.summaries()::of).map(Summary::blocks).orElse(false)) {
              out.add(
                  INFO,
                  body,
                  call.node(),
                  "the finalizer may wait, and no later one runs until it is done",
                  List.of(
                      new Step(unit.span(body, call.node()), "the finalizer is set"),
                      new Step(
                          unit.span(function.get(), function.get().node()),
                          "this function may wait")));
            }
          }
        }));
  }

  private static Optional<Body> function(Value value, Unit unit) {
    return switch (value) {
      case Value.Closure(Body body) -> Optional.of(body);
      case Value.Function(var symbol) -> unit.summaries().body(symbol);
      case Value.BoundMethod(var symbol, _) -> unit.summaries().body(symbol);
      default -> Optional.empty();
    };
  }
}
