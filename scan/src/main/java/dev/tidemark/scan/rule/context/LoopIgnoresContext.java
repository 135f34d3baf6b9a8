package dev.tidemark.scan.rule.context;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Loops;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A loop that sleeps and never looks at the context that its function is handed: it goes on when
 * that has ended.
 *
 * <pre>
 *   for !ready() {                               for !ready() {
 *     time.Sleep(time.Second)   // found           select {
 *   }                                              case &lt;-ctx.Done(): return ctx.Err()
 *                                                  case &lt;-time.After(time.Second):    // fine
 *                                                  }
 *                                                }
 * </pre>
 */
public final class LoopIgnoresContext implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "loop-ignores-context",
          LeakClass.BOUNDED,
          "a loop sleeps and does not look at the context at hand",
          835,
          "select on ctx.Done() and a timer instead of time.Sleep");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (call.name().equals("time.Sleep") && call.mode() == Op.Mode.NOW) {
        Set<Value> contexts = contexts(body);
        Set<Block> loop =
            contexts.isEmpty() ? Set.of() : body.blockOf(call).map(Loops::around).orElse(Set.of());
        if (!loop.isEmpty() && loop.stream().noneMatch(block -> minds(block, body, contexts))) {
          out.add(
              INFO,
              body,
              call.node(),
              "the loop goes on when the context has ended",
              List.of(new Step(unit.span(body, call.node()), "sleeps, whatever the context says")));
        }
      }
    });
  }

  private static Set<Value> contexts(Body body) {
    Set<Value> contexts = new HashSet<>();
    List<Var> parameters = body.signature().params();
    for (int i = 0; i < parameters.size(); i++) {
      if (Contexts.isContext(parameters.get(i).type()) && !parameters.get(i).name().equals("_")) {
        contexts.add(new Value.Parameter(body, i, parameters.get(i)));
      }
    }
    return contexts;
  }

  /** Whether anything in a block has to do with a context, or is called that can't be looked at. */
  private static boolean minds(Block block, Body body, Set<Value> contexts) {
    for (Op op : body.ops(block)) {
      boolean minds =
          switch (op) {
            case Op.Call call ->
                isContext(call.receiver(), body, contexts)
                    || call.arguments().stream()
                        .anyMatch(given ->
                            isContext(given, body, contexts) || given instanceof Value.Closure);
            case Op.Select _, Op.Receive _, Op.Send _ -> true;
            case Op.Store _, Op.Share _, Op.Load _, Op.Return _ -> false;
          };
      if (minds) {
        return true;
      }
    }
    return false;
  }

  /** A context, or what was made with one. */
  private static boolean isContext(Value value, Body body, Set<Value> contexts) {
    for (Value source : body.sources(value)) {
      if (contexts.contains(source)
          || source instanceof Value.Cell
          || source instanceof Value.Result(Op.Call call, _)
              && call.arguments().stream()
                  .anyMatch(given -> body.sources(given).stream().anyMatch(contexts::contains))) {
        return true;
      }
    }
    return false;
  }
}
