package dev.tidemark.profile.table;

import dev.tidemark.profile.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes frames off the leaf of every stack, so that what is listed by leaf is not where everything
 * ends: all goroutines that wait end in {@code runtime.gopark}.
 */
public final class LeafCut {
  private LeafCut() {}

  /**
   * Tables over one dictionary, over a new one. A stack of nothing but such frames stays as it is.
   */
  public static List<Table> without(Predicate<Frame> atLeaf, List<Table> tables) {
    Dictionary from = tables.getFirst().dictionary();
    Dictionary to = new Dictionary();
    int[] rowOf = new int[from.rows()];
    for (int row = 0; row < rowOf.length; row++) {
      int stack = from.rowStack(row);
      int depth = from.depth(stack);
      int cut = 0;
      while (cut < depth && atLeaf.test(from.frameAt(from.stackFrame(stack, cut)))) {
        cut++;
      }
      int first = cut == depth ? 0 : cut;
      int[] frames = new int[depth - first];
      for (int i = 0; i < frames.length; i++) {
        frames[i] = to.frame(from.frameAt(from.stackFrame(stack, first + i)));
      }
      int labels = to.labelSet(from.labelSetAt(from.rowLabelSet(row)));
      rowOf[row] = to.row(to.stack(frames, frames.length), labels);
    }
    List<Table> cut = new ArrayList<>();
    for (Table table : tables) {
      long[][] values = new long[table.values().length][to.rows()];
      for (int type = 0; type < values.length; type++) {
        for (int row = 0; row < rowOf.length; row++) {
          values[type][rowOf[row]] += table.value(type, row);
        }
      }
      cut.add(new Table(to, table.header(), values));
    }
    return cut;
  }
}
