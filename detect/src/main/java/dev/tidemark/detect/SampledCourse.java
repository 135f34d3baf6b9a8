package dev.tidemark.detect;

import java.util.List;

/** Live bytes of some rows of heap profiles, with what sampling leaves open. */
final class SampledCourse implements Course {
  private final HeapHistory history;
  private final List<Integer> rows;

  SampledCourse(HeapHistory history, List<Integer> rows) {
    this.history = history;
    this.rows = rows;
  }

  @Override
  public Points points() {
    return new Points(history.timesMillis(), SiteSeries.of(history, rows).bytes());
  }

  @Override
  public Trend trend(double from, double to) {
    HeapHistory part = history.between(from, to);
    return part.count() < 2
        ? Trend.UNKNOWN
        : SiteSeries.of(part, rows).byteTrend(TrendFitter.ofSampled(part.minutes()));
  }
}
