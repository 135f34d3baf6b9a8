package dev.tidemark.collect;

import dev.tidemark.detect.HeapObservation;
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

  private static final double FELL = 0.99;

  private Restarts() {}

  /** When the last life began, as far as is seen; the smallest number if there was but one. */
  static long lastStart(List<MetricsObservation> readings, List<HeapObservation> profiles) {
    return Math.max(byReadings(readings), byProfiles(profiles));
  }

  /** What a process has allocated in all never falls either. */
  private static long byProfiles(List<HeapObservation> observations) {
    List<HeapObservation> sorted = new ArrayList<>(observations);
    sorted.sort((one, other) -> Long.compare(one.timeMillis(), other.timeMillis()));
    long start = Long.MIN_VALUE;
    long before = 0;
    for (HeapObservation observation : sorted) {
      int allocated = observation.table().header().column("alloc_space");
      long total = allocated < 0 ? 0 : observation.table().total(allocated);
      // Scaling a sample up to what it stands for rounds, so a little less is none.
      if (total < before * FELL) {
        start = observation.timeMillis();
      }
      before = total;
    }
    return start;
  }

  private static long byReadings(List<MetricsObservation> observations) {
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
