package dev.tidemark.report.html;

import dev.tidemark.profile.table.Dictionary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Call paths by function as columns, root first, with what each path and all below it grew by,
 * shrank by and holds. A parent has a smaller number than its children; the root is 0.
 *
 * <p>Hundreds of thousands of stacks make millions of paths, so there are no objects here: a path
 * is found by its parent and function in a table of open addresses.
 */
final class CallTree {
  /** Stands for "of no one function": the root's, and that of what is left out. */
  static final int NO_FUNCTION = 0;

  private final Dictionary dictionary;
  private final int[] functionOfFrame;
  private final int[] frameOfFunction;
  private final int functions;
  private int[] slots = new int[1 << 12];
  private int count = 1;
  private int[] parent = new int[1 << 11];
  private int[] function = new int[1 << 11];
  private long[] growth = new long[1 << 11];
  private long[] shrinkage = new long[1 << 11];
  private long[] size = new long[1 << 11];

  private CallTree(Dictionary dictionary) {
    this.dictionary = dictionary;
    functionOfFrame = new int[dictionary.frames()];
    frameOfFunction = new int[dictionary.frames() + 1];
    Map<String, Integer> numbers = new HashMap<>();
    for (int frame = 0; frame < functionOfFrame.length; frame++) {
      int next = numbers.size() + 1;
      Integer known = numbers.putIfAbsent(dictionary.frameAt(frame).function(), next);
      functionOfFrame[frame] = known == null ? next : known;
      if (known == null) {
        frameOfFunction[next] = frame;
      }
    }
    functions = numbers.size() + 1;
  }

  static CallTree of(FlameGraph graph) {
    CallTree tree = new CallTree(graph.table().dictionary());
    long[] changes = graph.changes().orElse(new long[0]);
    tree.add(changes, graph.sizes());
    tree.sumUp();
    return tree;
  }

  int count() {
    return count;
  }

  int parent(int path) {
    return parent[path];
  }

  int function(int path) {
    return function[path];
  }

  /** One more than the largest function number. */
  int functions() {
    return functions;
  }

  /** A frame of the dictionary that is in this function. */
  int frameOf(int number) {
    return frameOfFunction[number];
  }

  Dictionary dictionary() {
    return dictionary;
  }

  /** What grew, here and below. */
  long growth(int path) {
    return growth[path];
  }

  /** What shrank, here and below, as a positive number. */
  long shrinkage(int path) {
    return shrinkage[path];
  }

  long size(int path) {
    return size[path];
  }

  /** What came and what went, added up. */
  long turnover(int path) {
    return growth[path] + shrinkage[path];
  }

  /** The larger of the shares that a path has of all turnover and of all size, 0 to 1. */
  float weight(int path) {
    return Math.max(share(turnover(path), turnover(0)), share(size[path], size[0]));
  }

  static float share(long part, long whole) {
    return whole <= 0 ? 0 : (float) ((double) part / whole);
  }

  private void add(long[] changes, long[] sizes) {
    // Neighbours share most of their path; only what differs is looked up.
    int[] pathFunctions = new int[64];
    int[] path = new int[64];
    int known = 0;
    int rows = Math.max(changes.length, sizes.length);
    for (int row = 0; row < rows; row++) {
      long change = row < changes.length ? changes[row] : 0;
      long held = row < sizes.length ? sizes[row] : 0;
      if (change == 0 && held == 0) {
        continue;
      }
      int stack = dictionary.rowStack(row);
      int depth = dictionary.depth(stack);
      if (depth > path.length) {
        path = Arrays.copyOf(path, depth * 2);
        pathFunctions = Arrays.copyOf(pathFunctions, depth * 2);
      }
      int node = 0;
      boolean isSame = true;
      for (int level = 0; level < depth; level++) {
        int next = functionOfFrame[dictionary.stackFrame(stack, depth - 1 - level)];
        isSame = isSame && level < known && pathFunctions[level] == next;
        node = isSame ? path[level] : child(node, next);
        path[level] = node;
        pathFunctions[level] = next;
      }
      known = depth;
      growth[node] += Math.max(0, change);
      shrinkage[node] += Math.max(0, -change);
      size[node] += Math.max(0, held);
    }
  }

  private int child(int above, int called) {
    int mask = slots.length - 1;
    int slot = mix(above * 31 + called) & mask;
    while (slots[slot] != 0) {
      int found = slots[slot];
      if (parent[found] == above && function[found] == called) {
        return found;
      }
      slot = slot + 1 & mask;
    }
    if (count == parent.length) {
      grow();
    }
    parent[count] = above;
    function[count] = called;
    slots[slot] = count;
    if (count * 2 > slots.length) {
      rehash();
    }
    return count++;
  }

  private void grow() {
    int length = count + count / 2;
    parent = Arrays.copyOf(parent, length);
    function = Arrays.copyOf(function, length);
    growth = Arrays.copyOf(growth, length);
    shrinkage = Arrays.copyOf(shrinkage, length);
    size = Arrays.copyOf(size, length);
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int path = 1; path <= count; path++) {
      int slot = mix(parent[path] * 31 + function[path]) & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = path;
    }
  }

  private static int mix(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }

  private void sumUp() {
    slots = new int[0];
    for (int path = count - 1; path > 0; path--) {
      growth[parent[path]] += growth[path];
      shrinkage[parent[path]] += shrinkage[path];
      size[parent[path]] += size[path];
    }
  }
}
