package dev.tidemark.scan.rule.loop;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Loops;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.List;
import java.util.Set;

/**
 * A release that is deferred in a loop: it is run when the function ends, not with the turn, and
 * until then each turn holds one more.
 *
 * <pre>
 *   for _, name := range names {                 for _, name := range names {
 *     f, err := os.Open(name)                      if err := read(name); err != nil { … }
 *     …                                          }
 *     defer f.Close()          // found          func read(name string) error { … defer f.Close() }
 *   }
 * </pre>
 */
public final class DeferInLoop implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "defer-in-loop",
          LeakClass.BOUNDED,
          "a release is deferred in a loop, and runs only when the function ends",
          772,
          "put the loop's body in a function of its own, or release at the end of each turn");

  private static final Set<String> RELEASING =
      Set.of("Close", "Rollback", "Stop", "End", "Release", "Free");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (call.mode() == Op.Mode.DEFER && isOfTurn(call, body)) {
        out.add(
            INFO,
            body.symbol().name().equals("main") ? LeakClass.HYGIENE : LeakClass.BOUNDED,
            body,
            call.node(),
            "each turn of the loop defers one more, and none runs before the function ends",
            List.of(new Step(unit.span(body, call.node()), "deferred again in the next turn")));
      }
    });
  }

  /**
   * Whether a call releases what the same turn of the loop has acquired, and nothing else keeps.
   */
  private static boolean isOfTurn(Op.Call call, Body body) {
    return Loops.has(body)
        && released(call) instanceof Value.Result thing
        && body.blockOf(call)
            .map(Loops::around)
            .filter(
                around -> around.stream().anyMatch(block -> body.ops(block).contains(thing.call())))
            .filter(around -> !Loops.areShort(body, around))
            .isPresent()
        && !isKept(thing, body);
  }

  private static Value released(Op.Call call) {
    return switch (call.callee()) {
      case Callee.Static _, Callee.Interface _ ->
          call.name().equals("sync.Pool.Put")
              ? call.argument(0)
              : RELEASING.contains(call.lastName()) ? root(call.receiver()) : Value.NIL;
      case Callee.Dynamic(Value.Result(Op.Call made, int index)) ->
          index == 1 && made.name().startsWith("context.With")
              ? new Value.Result(made, index)
              : Value.NIL;
      case Callee.Literal(Body literal) -> releasedIn(literal);
      case Callee.Dynamic _, Callee.Language _ -> Value.NIL;
    };
  }

  private static Value root(Value value) {
    return value instanceof Value.Field field ? root(field.base()) : value;
  }

  /** What a function literal releases, whatever happened. */
  private static Value releasedIn(Body literal) {
    Value[] found = {Value.NIL};
    if (literal.graph().blocks().size() == 1) {
      literal.forEachOp(op -> {
        if (op instanceof Op.Call call && !released(call).equals(Value.NIL)) {
          found[0] = released(call);
        }
      });
    }
    return found[0];
  }

  /**
   * Whether it is collected, stored or works by itself: then it is needed until the function ends.
   */
  private static boolean isKept(Value.Result thing, Body body) {
    if (thing.call().name().equals("time.AfterFunc")) {
      return true;
    }
    Value first = new Value.Result(thing.call(), 0);
    boolean[] found = new boolean[1];
    body.forEachOp(op ->
        found[0] |=
            switch (op) {
              case Op.Store store ->
                  body.sources(store.value()).contains(first)
                      || body.sources(store.value()).contains(thing);
              case Op.Call call when call.mode() == Op.Mode.GO ->
                  body.sources(call.receiver()).contains(first)
                      || isAmong(first, call.arguments(), body);
              case Op.Call call ->
                  call.callee() instanceof Callee.Language
                      && isAmong(first, call.arguments(), body);
              case Op.Return returned -> isAmong(first, returned.values(), body);
              case Op.Send send -> body.sources(send.value()).contains(first);
              case Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> false;
            });
    return found[0];
  }

  private static boolean isAmong(Value thing, List<Value> values, Body body) {
    return values.stream().anyMatch(one -> body.sources(one).contains(thing));
  }
}
