package dev.tidemark.golang.flow;

import java.util.Arrays;
import java.util.List;

/**
 * Which blocks every way to a block passes.
 *
 * <p>Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm (2001).
 */
public final class Dominators {
  private final int[] immediate;

  private Dominators(int[] immediate) {
    this.immediate = immediate;
  }

  public static Dominators of(Graph graph) {
    List<Block> blocks = graph.blocks();
    int[] immediate = new int[blocks.size()];
    Arrays.fill(immediate, -1);
    immediate[0] = 0;
    boolean isChanged = true;
    while (isChanged) {
      isChanged = false;
      for (Block block : blocks.subList(1, blocks.size())) {
        int found = -1;
        for (Block before : block.predecessors()) {
          if (immediate[before.index()] >= 0) {
            found = found < 0 ? before.index() : meet(immediate, found, before.index());
          }
        }
        if (immediate[block.index()] != found) {
          immediate[block.index()] = found;
          isChanged = true;
        }
      }
    }
    return new Dominators(immediate);
  }

  private static int meet(int[] immediate, int one, int other) {
    int a = one;
    int b = other;
    while (a != b) {
      if (a > b) {
        a = immediate[a];
      } else {
        b = immediate[b];
      }
    }
    return a;
  }

  /** The closest one of those that every way to a block passes; of the first block itself. */
  public int immediate(Block block) {
    return immediate[block.index()];
  }

  /** Whether every way to a block passes another one, which may be itself. */
  public boolean dominates(Block first, Block then) {
    int at = then.index();
    while (at > first.index()) {
      at = immediate[at];
    }
    return at == first.index();
  }
}
