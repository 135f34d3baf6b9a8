package dev.tidemark.report.html;

import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.table.Table;
import java.util.Optional;

/**
 * What a flame graph is drawn from: one column of a table, or of two tables over one dictionary and
 * what changed between them.
 *
 * @param title what the profile is called, such as {@code heap}
 * @param type the value column
 * @param changes by row, what the later one has more (or less); empty where there is no earlier one
 * @param sizes by row, what the later one has
 */
public record FlameGraph(
    String title, ValueType type, Table table, Optional<long[]> changes, long[] sizes) {

  public static FlameGraph of(String title, Table table, int column) {
    ValueType type = table.header().sampleTypes().get(column);
    long[] sizes = table.values()[column];
    for (long size : sizes) {
      if (size < 0) {
        // Somebody took a difference already.
        return new FlameGraph(title, type, table, Optional.of(sizes), new long[0]);
      }
    }
    return new FlameGraph(title, type, table, Optional.empty(), sizes);
  }

  public static FlameGraph ofChange(String title, Table before, Table after, int column) {
    return new FlameGraph(
        title,
        after.header().sampleTypes().get(column),
        after,
        Optional.of(after.minus(before).values()[column]),
        after.values()[column]);
  }

  boolean isOfChange() {
    return changes.isPresent();
  }

  boolean hasSizes() {
    for (long size : sizes) {
      if (size > 0) {
        return true;
      }
    }
    return false;
  }
}
