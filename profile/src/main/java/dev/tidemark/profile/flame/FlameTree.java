package dev.tidemark.profile.flame;

import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One column of a table as a tree by function, root first. A node's growth and shrinkage are sums
 * over all stacks below it, kept apart, so that a function in which one caller grows and another
 * shrinks does not look still.
 */
public final class FlameTree {
  private final Node root = new Node("root");

  private FlameTree() {}

  /** A function on a call path. */
  public static final class Node {
    private final String function;
    private final Map<String, Node> children = new LinkedHashMap<>();
    private long self;
    private long total;
    private long growth;
    private long shrinkage;

    private Node(String function) {
      this.function = function;
    }

    public String function() {
      return function;
    }

    /** What ends here. */
    public long self() {
      return self;
    }

    /** What ends here or below. */
    public long total() {
      return total;
    }

    public long growth() {
      return growth;
    }

    /** 0 or less. */
    public long shrinkage() {
      return shrinkage;
    }

    /** Called functions, by magnitude. */
    public List<Node> children() {
      List<Node> sorted = new ArrayList<>(children.values());
      sorted.sort(
          Comparator.comparingLong((Node n) -> -Math.max(Math.abs(n.total), n.growth - n.shrinkage))
              .thenComparing(Node::function));
      return sorted;
    }
  }

  public static FlameTree of(Table table, int type) {
    FlameTree tree = new FlameTree();
    Dictionary dictionary = table.dictionary();
    long[] values = table.values()[type];
    for (int row = 0; row < values.length; row++) {
      if (values[row] != 0) {
        tree.add(dictionary, dictionary.rowStack(row), values[row]);
      }
    }
    return tree;
  }

  public Node root() {
    return root;
  }

  private void add(Dictionary dictionary, int stack, long value) {
    Node node = root;
    count(node, value);
    for (int depth = dictionary.depth(stack) - 1; depth >= 0; depth--) {
      String function = dictionary.frameAt(dictionary.stackFrame(stack, depth)).function();
      node = node.children.computeIfAbsent(function, Node::new);
      count(node, value);
    }
    node.self += value;
  }

  private static void count(Node node, long value) {
    node.total += value;
    node.growth += Math.max(0, value);
    node.shrinkage += Math.min(0, value);
  }

  /**
   * Stacks in collapsed form, {@code root;caller;leaf value} a line, those of the same functions
   * added up, sorted. A difference has negative values too.
   */
  public static String collapsed(Table table, int type) {
    Dictionary dictionary = table.dictionary();
    Map<String, Long> lines = new HashMap<>();
    long[] values = table.values()[type];
    for (int row = 0; row < values.length; row++) {
      if (values[row] != 0) {
        lines.merge(line(dictionary, dictionary.rowStack(row)), values[row], Long::sum);
      }
    }
    StringBuilder text = new StringBuilder();
    lines.entrySet().stream()
        .filter(entry -> entry.getValue() != 0)
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> text.append(entry.getKey()).append(' ').append(entry.getValue()).append('\n'));
    return text.toString();
  }

  private static String line(Dictionary dictionary, int stack) {
    StringBuilder line = new StringBuilder();
    for (int depth = dictionary.depth(stack) - 1; depth >= 0; depth--) {
      String function = dictionary.frameAt(dictionary.stackFrame(stack, depth)).function();
      // The separator can't stand in a function's name; Go has it in none.
      line.append(line.isEmpty() ? "" : ";").append(function.replace(';', ':'));
    }
    return line.toString();
  }
}
