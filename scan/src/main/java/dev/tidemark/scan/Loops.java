package dev.tidemark.scan;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** What is run again and again within one call of a function. */
public final class Loops {
  private Loops() {}

  /** Whether there is any way back: blocks stand in the order of their ways forth. */
  public static boolean has(Body body) {
    for (Block block : body.graph().blocks()) {
      for (Block before : block.predecessors()) {
        if (before.index() >= block.index()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a way leads from an operation back to itself. */
  public static boolean repeats(Body body, Op op) {
    return has(body) && body.blockOf(op).map(block -> !around(block).isEmpty()).orElse(false);
  }

  /** The blocks that can be passed on a way from a block back to it; none where there is no way. */
  public static Set<Block> around(Block block) {
    Set<Block> after = reached(block, true);
    if (!after.contains(block)) {
      return Set.of();
    }
    after.retainAll(reached(block, false));
    return after;
  }

  private static Set<Block> reached(Block from, boolean isForward) {
    Set<Block> seen = new HashSet<>();
    Deque<Block> waiting = new ArrayDeque<>();
    waiting.add(from);
    while (!waiting.isEmpty()) {
      Block block = waiting.remove();
      for (Block next : isForward ? block.successors() : block.predecessors()) {
        if (seen.add(next)) {
          waiting.add(next);
        }
      }
    }
    return seen;
  }
}
