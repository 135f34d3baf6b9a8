package dev.tidemark.scan.rule.finalizer;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
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

  /** Calls in calls that are followed. */
  private static final int DEPTH = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (call.name().equals("runtime.SetFinalizer")) {
        function(call.argument(1), unit)
            .filter(function -> mayWait(function, unit, 0))
            .ifPresent(function -> found(call, body, function, unit, out));
      }
    });
  }

  private static void found(Op.Call call, Body body, Body function, Unit unit, Findings out) {
    out.add(
        INFO,
        ends(function) || isAwaited(function, unit) ? LeakClass.HYGIENE : LeakClass.LEAK,
        body,
        call.node(),
        "the finalizer may wait, and no later one runs until it is done",
        List.of(
            new Step(unit.span(body, call.node()), "the finalizer is set"),
            new Step(unit.span(function, function.node()), "this function may wait")));
  }

  /** Whether it first tells whom it waits for that it is to end. */
  private static boolean ends(Body function) {
    boolean[] found = new boolean[1];
    function.forEachOp(op ->
        found[0] |=
            op instanceof Op.Call call
                && call.callee().equals(new Callee.Language(Builtin.Function.CLOSE)));
    return found[0];
  }

  /** Whether all it does is send to a field from which a goroutine of the package receives. */
  private static boolean isAwaited(Body function, Unit unit) {
    List<Value> waits = new ArrayList<>();
    function.forEachOp(op -> {
      if (op instanceof Op.Send send) {
        waits.add(send.channel());
      } else if (mayWait(op, unit, 0)) {
        waits.add(Value.NIL);
      }
    });
    return waits.stream()
        .allMatch(
            channel -> channel instanceof Value.Field field && isReceivedFrom(field.name(), unit));
  }

  private static boolean isReceivedFrom(FieldName field, Unit unit) {
    boolean[] found = new boolean[1];
    unit.forEachBody(body ->
        body.forEachOp(op ->
            found[0] |=
                op instanceof Op.Receive receive
                    && receive.channel() instanceof Value.Field from
                    && from.name().equals(field)));
    return found[0];
  }

  /** For another goroutine; locks are held for a moment only. */
  private static boolean mayWait(Body body, Unit unit, int depth) {
    boolean[] found = new boolean[1];
    body.forEachOp(op -> found[0] |= mayWait(op, unit, depth));
    return found[0];
  }

  private static boolean mayWait(Op op, Unit unit, int depth) {
    return switch (op) {
      case Op.Send send -> !send.isChoice();
      case Op.Receive receive -> !receive.isChoice();
      case Op.Select select -> !select.hasDefault();
      case Op.Call call ->
          call.mode() != Op.Mode.GO
              && (call.name().equals("sync.WaitGroup.Wait")
                  || call.name().equals("sync.Cond.Wait")
                  || depth < DEPTH
                      && unit.summaries()
                          .body(call.callee())
                          .map(callee -> mayWait(callee, unit, depth + 1))
                          .orElse(false));
      case Op.Store _, Op.Share _, Op.Load _, Op.Return _ -> false;
    };
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
