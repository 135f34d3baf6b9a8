package dev.tidemark.scan.rule.spawn;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Loops;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestData;
import dev.tidemark.scan.request.RequestPaths;
import java.util.List;
import java.util.Set;

/**
 * A goroutine for each item of a request: its sender decides how many there are at once.
 *
 * <pre>
 *   for _, id := range order.Items {             group.SetLimit(8)
 *     go fetch(id)              // found         for … { group.Go(func() error { … }) }   // fine
 *   }
 * </pre>
 */
public final class GoroutinePerItem implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "goroutine-per-item",
          LeakClass.BOUNDED,
          "a request starts as many goroutines as it has items",
          770,
          "limit how many run at once: errgroup's SetLimit, or a channel with room for so many");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    RequestPaths paths = RequestPaths.of(unit);
    unit.forEachCall((body, call) -> {
      if ((call.mode() == Op.Mode.GO || isGroup(call)) && paths.handler(body).isPresent()) {
        Set<Block> loop = body.blockOf(call).map(Loops::around).orElse(Set.of());
        if (loop.stream().anyMatch(block -> isOverItems(block, body, unit))
            && !isLimited(loop, body)) {
          out.add(
              INFO,
              body,
              call.node(),
              "each item of the request starts a goroutine, and nothing limits how many",
              List.of(new Step(unit.span(body, call.node()), "started for each item")));
        }
      }
    });
  }

  private static boolean isGroup(Op.Call call) {
    return call.name().equals("golang.org/x/sync/errgroup.Group.Go")
        || call.name().equals("sync.WaitGroup.Go");
  }

  private static boolean isOverItems(Block block, Body body, Unit unit) {
    return block.exit() instanceof Exit.Range
        && body.sources(body.condition(block)).stream().allMatch(GoroutinePerItem::isPart)
        && RequestData.of(unit).isOfRequest(body, body.condition(block));
  }

  /** A part of the request itself: what a function found for it is rather the service's own. */
  private static boolean isPart(Value items) {
    return !(items instanceof Value.Result(Op.Call call, _)) || call.name().startsWith("strings.");
  }

  /** A channel that is waited for, or whatever has a limit in its name. */
  private static boolean isLimited(Set<Block> loop, Body body) {
    boolean[] found = new boolean[1];
    for (Block block : loop) {
      for (Op op : body.ops(block)) {
        found[0] |= op instanceof Op.Send || op instanceof Op.Receive || op instanceof Op.Select;
      }
    }
    body.forEachOp(op -> {
      if (op instanceof Op.Call call) {
        String name = call.lastName();
        found[0] |= name.contains("Limit") || name.contains("Acquire");
      }
    });
    return found[0];
  }
}
