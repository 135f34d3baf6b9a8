package dev.tidemark.profile.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One column added up by function, line, file or package, largest magnitude first.
 *
 * <p>{@code flat} counts the rows whose leaf it is, {@code cumulative} the rows it appears in, once
 * each however often it recurs: what {@code go tool pprof -top} prints.
 *
 * @param total of all rows, whatever is listed
 */
public record Totals(List<Entry> entries, long total) {
  public Totals {
    entries = List.copyOf(entries);
  }

  /**
   * @param growth sum of the rows above 0 among those counted in {@code flat}
   * @param shrinkage sum of the rows below 0 among them, as a number of 0 or less
   */
  public record Entry(String name, long flat, long cumulative, long growth, long shrinkage) {}

  public static Totals of(Table table, int type, Grouping grouping) {
    Dictionary dictionary = table.dictionary();
    List<String> names = new ArrayList<>();
    int[] groupOfFrame = groups(dictionary, grouping, names);
    long[] flat = new long[names.size()];
    long[] cumulative = new long[names.size()];
    long[] growth = new long[names.size()];
    long[] shrinkage = new long[names.size()];
    int[] lastRow = new int[names.size()];
    Arrays.fill(lastRow, -1);
    long[] values = table.values()[type];
    long total = 0;
    for (int row = 0; row < values.length; row++) {
      long value = values[row];
      if (value == 0) {
        continue;
      }
      total += value;
      int stack = dictionary.rowStack(row);
      int depth = dictionary.depth(stack);
      for (int i = 0; i < depth; i++) {
        int group = groupOfFrame[dictionary.stackFrame(stack, i)];
        if (i == 0) {
          flat[group] += value;
          growth[group] += Math.max(0, value);
          shrinkage[group] += Math.min(0, value);
        }
        if (lastRow[group] != row) {
          lastRow[group] = row;
          cumulative[group] += value;
        }
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (int group = 0; group < flat.length; group++) {
      if (lastRow[group] >= 0) {
        entries.add(
            new Entry(
                names.get(group), flat[group], cumulative[group], growth[group], shrinkage[group]));
      }
    }
    entries.sort(
        Comparator.comparingLong((Entry e) -> -Math.abs(e.flat))
            .thenComparingLong(e -> -Math.abs(e.cumulative))
            .thenComparing(Entry::name));
    return new Totals(entries, total);
  }

  private static int[] groups(Dictionary dictionary, Grouping grouping, List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] groups = new int[dictionary.frames()];
    for (int frame = 0; frame < groups.length; frame++) {
      String name = grouping.name(dictionary.frameAt(frame));
      Integer known = numbers.putIfAbsent(name, names.size());
      if (known == null) {
        groups[frame] = names.size();
        names.add(name);
      } else {
        groups[frame] = known;
      }
    }
    return groups;
  }
}
