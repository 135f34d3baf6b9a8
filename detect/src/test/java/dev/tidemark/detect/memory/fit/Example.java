package dev.tidemark.detect.memory.fit;

import dev.tidemark.detect.memory.Looks;
import java.util.ArrayList;
import java.util.List;

/**
 * A series as the fit sees it: the terms of every window the detector would look at.
 *
 * @param epochMillis when it looks, ascending; a moment has one entry for each window
 * @param terms by term, then as {@code epochMillis}: sums over one term at a time run through
 *     memory in order, which is most of the cost of a fit
 */
record Example(String id, Label label, long[] epochMillis, float[][] terms) {

  static Example of(RawSeries series, Label label) {
    List<Long> times = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    Looks.at(
        series.epochMillis(),
        series.values(),
        (now, terms) -> {
          times.add(now);
          rows.add(terms);
        });
    float[][] columns = new float[Looks.TERMS][rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      for (int term = 0; term < Looks.TERMS; term++) {
        columns[term][row] = (float) rows.get(row)[term];
      }
    }
    return new Example(
        series.id(), label, times.stream().mapToLong(Long::longValue).toArray(), columns);
  }

  int size() {
    return epochMillis.length;
  }
}
