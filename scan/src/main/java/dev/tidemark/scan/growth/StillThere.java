package dev.tidemark.scan.growth;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what a function puts into a container is taken out of it again on every path. */
public final class StillThere {
  private StillThere() {}

  /** Where a function is left with what was put in still there. */
  public static Optional<Block> after(Body body, Op from, Set<Op> removals) {
    Deque<Block> waiting = new ArrayDeque<>();
    Set<Block> seen = new HashSet<>();
    for (Block block : body.graph().blocks()) {
      List<Op> ops = body.ops(block);
      int at = ops.indexOf(from);
      if (at < 0) {
        // Registered before, it takes out whatever is there in the end.
        if (ops.stream().anyMatch(op -> isDeferred(op) && removals.contains(op))) {
          return Optional.empty();
        }
      } else if (ops.subList(at, ops.size()).stream().noneMatch(removals::contains)) {
        waiting.add(block);
      }
    }
    while (!waiting.isEmpty()) {
      Block block = waiting.remove();
      if (block.exit() instanceof Exit.Return) {
        return Optional.of(block);
      }
      for (Block next : block.successors()) {
        if (seen.add(next) && body.ops(next).stream().noneMatch(removals::contains)) {
          waiting.add(next);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isDeferred(Op op) {
    return op instanceof Op.Call call && call.mode() == Op.Mode.DEFER;
  }
}
