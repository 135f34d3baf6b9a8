package dev.tidemark.scan.rule.endless;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestPaths;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A goroutine that each request starts and that has no way to its end: no return, no break, no
 * context that it minds.
 *
 * <pre>
 *   go func() {                                  go func() {
 *     for range ticker.C { poll(order) }           for {
 *   }()                     // found                 select {
 *                                                    case <-ticker.C: poll(order)
 *                                                    case <-ctx.Done(): return     // fine
 *                                                    }
 *                                                  }
 *                                                }()
 * </pre>
 */
public final class EndlessGoroutine implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "goroutine-without-end",
          LeakClass.LEAK,
          "a request starts a goroutine that has no way out",
          835,
          "let it watch a context or a channel that is closed: `case <-ctx.Done(): return`");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    RequestPaths paths = RequestPaths.of(unit);
    unit.forEachCall((body, call) -> {
      if (call.mode() == Op.Mode.GO
          && paths.handler(body).isPresent()
          && !StartedOnce.is(call, body)) {
        unit.summaries()
            .body(call.callee())
            .filter(started -> !ends(started))
            .ifPresent(started -> found(call, body, started, unit, out));
      }
    });
  }

  private static void found(Op.Call call, Body body, Body started, Unit unit, Findings out) {
    out.add(
        INFO,
        body,
        call.node(),
        "the goroutine has no way to its end, and each request starts one",
        List.of(
            new Step(unit.span(body, call.node()), "starts the goroutine"),
            new Step(unit.span(started, started.node()), "no path leads out of this function")));
  }

  private static boolean ends(Body body) {
    Deque<Block> waiting = new ArrayDeque<>();
    Set<Block> seen = new HashSet<>();
    waiting.add(body.graph().entry());
    while (!waiting.isEmpty()) {
      Block block = waiting.remove();
      switch (block.exit()) {
        case Exit.Return _, Exit.NoReturn _, Exit.Nowhere _ -> {
          return true;
        }
        case Exit.Range _ when isTicker(body, block) -> add(block, 0, waiting, seen);
        default -> {
          for (int i = 0; i < block.successors().size(); i++) {
            add(block, i, waiting, seen);
          }
        }
      }
    }
    return false;
  }

  private static void add(Block block, int index, Deque<Block> waiting, Set<Block> seen) {
    Block next = block.successors().get(index);
    if (seen.add(next)) {
      waiting.add(next);
    }
  }

  /** Nobody closes the channel of a ticker. */
  private static boolean isTicker(Body body, Block block) {
    return switch (body.condition(block)) {
      case Value.Field field -> {
        Type element =
            field.type().underlying() instanceof Type.Chan channel
                ? channel.element()
                : field.type();
        yield field.name().name().equals("C") && QualifiedName.of(element).equals("time.Time");
      }
      case Value.Result(Op.Call call, _) -> call.name().equals("time.Tick");
      default -> false;
    };
  }
}
