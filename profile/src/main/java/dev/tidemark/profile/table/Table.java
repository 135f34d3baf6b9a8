package dev.tidemark.profile.table;

import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileHeader;
import java.util.Arrays;
import java.util.List;

/**
 * Values by row of a {@link Dictionary}: one column for each value type, of any length up to the
 * dictionary's rows (what is beyond is 0). Tables over one dictionary can be merged and compared.
 * Never changed once made.
 */
public record Table(Dictionary dictionary, ProfileHeader header, long[][] values) {
  public Table {
    if (values.length != header.sampleTypes().size()) {
      throw new IllegalArgumentException("a value column for each sample type");
    }
  }

  /** The table of one profile, over a dictionary of its own. */
  public static Table of(Profile profile) {
    return new Dictionary().add(profile);
  }

  /** The sum of tables over one dictionary with the same value types. */
  public static Table sum(List<Table> tables) {
    Table sum = tables.getFirst();
    if (tables.size() == 1) {
      return sum;
    }
    long[][] values = new long[sum.values.length][sum.dictionary.rows()];
    for (Table table : tables) {
      sum.requireComparable(table);
      for (int type = 0; type < values.length; type++) {
        addInto(values[type], table.values[type], 1);
      }
    }
    return new Table(sum.dictionary, sum.header, values);
  }

  /** This minus an earlier one, row by row: what {@code go tool pprof -diff_base} shows. */
  public Table minus(Table earlier) {
    requireComparable(earlier);
    long[][] difference = new long[values.length][];
    for (int type = 0; type < values.length; type++) {
      difference[type] = Arrays.copyOf(values[type], dictionary.rows());
      addInto(difference[type], earlier.values[type], -1);
    }
    return new Table(dictionary, header, difference);
  }

  /**
   * Each value times {@code factor}, rounded to the nearest integer, halves towards plus infinity.
   */
  public Table scale(double factor) {
    long[][] scaled = new long[values.length][];
    for (int type = 0; type < values.length; type++) {
      scaled[type] = new long[values[type].length];
      for (int row = 0; row < scaled[type].length; row++) {
        scaled[type][row] = Math.round(values[type][row] * factor);
      }
    }
    return new Table(dictionary, header, scaled);
  }

  /** Without what shrank: tools that draw collapsed stacks take no negative values. */
  public Table onlyGrowth() {
    long[][] growth = new long[values.length][];
    for (int type = 0; type < values.length; type++) {
      growth[type] = new long[values[type].length];
      for (int row = 0; row < growth[type].length; row++) {
        growth[type][row] = Math.max(0, values[type][row]);
      }
    }
    return new Table(dictionary, header, growth);
  }

  public long value(int type, int row) {
    return row < values[type].length ? values[type][row] : 0;
  }

  public long total(int type) {
    long total = 0;
    for (long value : values[type]) {
      total += value;
    }
    return total;
  }

  /** Whether two tables hold the same values, so that they are one observation. */
  public boolean sameValues(Table other) {
    for (int type = 0; type < values.length; type++) {
      int rows = Math.max(values[type].length, other.values[type].length);
      for (int row = 0; row < rows; row++) {
        if (value(type, row) != other.value(type, row)) {
          return false;
        }
      }
    }
    return true;
  }

  private void requireComparable(Table other) {
    if (other.dictionary != dictionary) {
      throw new IllegalArgumentException("tables over different dictionaries");
    }
    if (!other.header.sampleTypes().equals(header.sampleTypes())) {
      throw new IllegalArgumentException(
          "profiles of different value types: %s and %s"
              .formatted(header.sampleTypes(), other.header.sampleTypes()));
    }
  }

  private static void addInto(long[] sum, long[] values, int sign) {
    for (int row = 0; row < values.length; row++) {
      sum[row] += sign * values[row];
    }
  }
}
