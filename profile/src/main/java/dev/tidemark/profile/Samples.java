package dev.tidemark.profile;

/**
 * The samples of a profile, in columns.
 *
 * @param values one column for each value type of the profile
 * @param firstLocation where each sample's stack starts in {@code location}; one more entry than
 *     samples
 * @param location indexes into the locations, leaf first; what lies behind the last stack is unused
 * @param labelSet index into the label sets of the profile; 0 is the empty set
 */
public record Samples(long[][] values, int[] firstLocation, int[] location, int[] labelSet) {
  public Samples {
    int count = labelSet.length;
    if (firstLocation.length != count + 1 || firstLocation[count] > location.length) {
      throw new IllegalArgumentException("columns of unequal length");
    }
    for (long[] column : values) {
      if (column.length != count) {
        throw new IllegalArgumentException("columns of unequal length");
      }
    }
  }

  public int count() {
    return labelSet.length;
  }

  /** The sum of one value column. */
  public long total(int valueType) {
    long total = 0;
    for (long value : values[valueType]) {
      total += value;
    }
    return total;
  }
}
