package dev.tidemark.profile.filter;

import dev.tidemark.profile.Samples;

/** Chosen samples, in columns of their own. */
final class SampleRows {
  private SampleRows() {}

  static Samples select(Samples samples, int[] rows, int[] firstLocation, int[] location) {
    long[][] values = new long[samples.values().length][rows.length];
    int[] labelSet = new int[rows.length];
    for (int row = 0; row < rows.length; row++) {
      for (int type = 0; type < values.length; type++) {
        values[type][row] = samples.values()[type][rows[row]];
      }
      labelSet[row] = samples.labelSet()[rows[row]];
    }
    return new Samples(values, firstLocation, location, labelSet);
  }
}
