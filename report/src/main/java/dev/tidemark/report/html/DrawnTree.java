package dev.tidemark.report.html;

import java.util.Arrays;

/**
 * The paths of a call tree that are drawn, in the order of drawing: a parent, then its children
 * with what is below each, those that changed most first. Paths with less than {@link
 * #smallestShare()} of the whole are gathered into one last child of what called them, of no
 * function, which counts them.
 *
 * @param functions by node; {@link CallTree#NO_FUNCTION} for the root and for what was gathered
 * @param children by node, how many
 * @param growth by node, of itself alone; what it has beyond its children
 * @param shrinkage by node, of itself alone, positive
 * @param sizes by node, of itself alone
 * @param gathered by node, how many paths it stands for; 0 for one that is itself
 * @param left how many paths are gathered in all
 * @param smallestShare of all change or of all size, 0 to 1; 0 where nothing is gathered
 */
record DrawnTree(
    int[] functions,
    int[] children,
    long[] growth,
    long[] shrinkage,
    long[] sizes,
    int[] gathered,
    int left,
    float smallestShare) {

  int count() {
    return functions.length;
  }

  /**
   * @param most how many paths at most
   */
  static DrawnTree of(CallTree tree, int most) {
    return new Builder(tree, smallestShare(tree, most)).build();
  }

  /**
   * The least weight with which no more than {@code most} paths are left, by a histogram over the
   * upper half of a float's bits: steps of under 1%.
   */
  private static float smallestShare(CallTree tree, int most) {
    if (tree.count() <= most) {
      return 0;
    }
    int[] byWeight = new int[1 << 16];
    for (int path = 0; path < tree.count(); path++) {
      byWeight[Float.floatToIntBits(tree.weight(path)) >>> 16]++;
    }
    int kept = 0;
    int step = byWeight.length - 1;
    while (step > 0 && kept + byWeight[step] <= most) {
      kept += byWeight[step--];
    }
    return Float.intBitsToFloat(step + 1 << 16);
  }

  private static final class Builder {
    private final CallTree tree;
    private final float smallest;
    private final int[] firstChild;
    private final int[] nextSibling;
    private final int[] pathsBelow;
    private int[] waiting = new int[64];
    private int depth;

    private int at;
    private int left;
    private int[] functions = new int[1024];
    private int[] children = new int[1024];
    private long[] growth = new long[1024];
    private long[] shrinkage = new long[1024];
    private long[] sizes = new long[1024];
    private int[] gathered = new int[1024];

    Builder(CallTree tree, float smallest) {
      this.tree = tree;
      this.smallest = smallest;
      firstChild = new int[tree.count()];
      nextSibling = new int[tree.count()];
      pathsBelow = new int[tree.count()];
    }

    /** Without recursion: stacks may be thousands deep. */
    DrawnTree build() {
      for (int path = tree.count() - 1; path > 0; path--) {
        int above = tree.parent(path);
        pathsBelow[above] += pathsBelow[path] + 1;
        nextSibling[path] = firstChild[above];
        firstChild[above] = path;
      }
      waiting[depth++] = 0;
      while (depth > 0) {
        add(waiting[--depth]);
      }
      return new DrawnTree(
          Arrays.copyOf(functions, at),
          Arrays.copyOf(children, at),
          Arrays.copyOf(growth, at),
          Arrays.copyOf(shrinkage, at),
          Arrays.copyOf(sizes, at),
          Arrays.copyOf(gathered, at),
          left,
          left == 0 ? 0 : smallest);
    }

    /** A path, or what is gathered below one: its number is then the complement of the caller's. */
    private void add(int number) {
      boolean isGathered = number < 0;
      int path = isGathered ? ~number : number;
      room();
      int kept = 0;
      int cut = 0;
      functions[at] = isGathered ? CallTree.NO_FUNCTION : tree.function(path);
      growth[at] = isGathered ? 0 : tree.growth(path);
      shrinkage[at] = isGathered ? 0 : tree.shrinkage(path);
      sizes[at] = isGathered ? 0 : tree.size(path);
      int sign = isGathered ? 1 : -1;
      for (int child = firstChild[path]; child != 0; child = nextSibling[child]) {
        boolean isKept = tree.weight(child) >= smallest;
        if (isKept) {
          kept++;
        } else {
          cut += pathsBelow[child] + 1;
        }
        if (!isKept || !isGathered) {
          growth[at] += sign * tree.growth(child);
          shrinkage[at] += sign * tree.shrinkage(child);
          sizes[at] += sign * tree.size(child);
        }
      }
      if (isGathered) {
        gathered[at] = cut;
        left += cut;
      } else {
        children[at] = kept + (cut > 0 ? 1 : 0);
        await(path, kept, cut > 0);
      }
      at++;
    }

    /**
     * Puts children where the next to be drawn is taken from: the one that comes first goes last.
     */
    private void await(int path, int kept, boolean gathers) {
      if (depth + kept + 1 > waiting.length) {
        waiting = Arrays.copyOf(waiting, (depth + kept + 1) * 2);
      }
      if (gathers) {
        waiting[depth++] = ~path;
      }
      long[] sorted = new long[kept];
      int next = 0;
      for (int child = firstChild[path]; child != 0; child = nextSibling[child]) {
        if (tree.weight(child) >= smallest) {
          // Shares are positive, and the bits of positive floats are in their order.
          sorted[next++] = (long) Float.floatToIntBits(rank(child)) << 32 | child;
        }
      }
      Arrays.sort(sorted);
      for (long child : sorted) {
        waiting[depth++] = (int) child;
      }
    }

    private float rank(int path) {
      float changed = CallTree.share(tree.turnover(path), tree.turnover(0));
      return changed + 1e-6f * CallTree.share(tree.size(path), tree.size(0));
    }

    private void room() {
      if (at == functions.length) {
        int length = at * 2;
        functions = Arrays.copyOf(functions, length);
        children = Arrays.copyOf(children, length);
        growth = Arrays.copyOf(growth, length);
        shrinkage = Arrays.copyOf(shrinkage, length);
        sizes = Arrays.copyOf(sizes, length);
        gathered = Arrays.copyOf(gathered, length);
      }
    }
  }
}
