package dev.tidemark.collect;

import dev.tidemark.detect.MetricsHistory.MetricsObservation;
import dev.tidemark.series.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds where a process was started anew: its counters of collections and allocated bytes only ever
 * rise while it lives. What was seen of two lives is no one's growth.
 */
final class Restarts {
  private static final List<Quantity> COUNTERS =
      List.of(Quantity.COLLECTIONS, Quantity.ALLOCATED, Quantity.REQUESTS);

  private Restarts() {}

  /**
   * When the last life began, as far as readings tell; the smallest number if there was but one.
   */
  static long lastStart(List<MetricsObservation> observations) {
    List<MetricsObservation> sorted = new ArrayList<>(observations);
    sorted.sort((one, other) -> Long.compare(one.timeMillis(), other.timeMillis()));
    long start = Long.MIN_VALUE;
    for (int i = 1; i < sorted.size(); i++) {
      for (Quantity counter : COUNTERS) {
        OptionalDouble before = sorted.get(i - 1).reading().value(counter);
        OptionalDouble after = sorted.get(i).reading().value(counter);
        if (before.isPresent() && after.isPresent() && after.getAsDouble() < before.getAsDouble()) {
          start = sorted.get(i).timeMillis();
        }
      }
    }
    return start;
  }
}
