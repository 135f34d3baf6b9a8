package dev.tidemark.collect;

import dev.tidemark.detect.HeapObservation;
import dev.tidemark.detect.MetricsHistory.MetricsObservation;
import dev.tidemark.series.Quantity;
import dev.tidemark.series.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds where a process was started anew: by the time of its start where it tells that, else by its
 * counters of collections and allocated bytes, which only ever rise while it lives. What was seen
 * of two lives is no one's growth.
 *
 * <p>Counters that are sums over labels, such as requests, say nothing of it: a series that is
 * dropped takes its share along.
 */
final class Restarts {
  private static final List<Quantity> COUNTERS = List.of(Quantity.COLLECTIONS, Quantity.ALLOCATED);

  /** Scaling a sample up to what it stands for rounds, so a little less is no fall. */
  private static final double FELL = 0.99;

  /** The kernel counts in ticks since it booted, and a clock may be set a little meanwhile. */
  private static final double SAME_START_SECONDS = 1;

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
      long total = observation.whole().allocated();
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
      if (isAnother(sorted.get(i - 1).reading(), sorted.get(i).reading())) {
        start = sorted.get(i).timeMillis();
      }
    }
    return start;
  }

  private static boolean isAnother(Reading before, Reading after) {
    OptionalDouble started = before.value(Quantity.PROCESS_START);
    OptionalDouble startedNow = after.value(Quantity.PROCESS_START);
    if (started.isPresent() && startedNow.isPresent()) {
      return Math.abs(startedNow.getAsDouble() - started.getAsDouble()) > SAME_START_SECONDS;
    }
    for (Quantity counter : COUNTERS) {
      OptionalDouble was = before.value(counter);
      OptionalDouble is = after.value(counter);
      if (was.isPresent() && is.isPresent() && is.getAsDouble() < was.getAsDouble() * FELL) {
        return true;
      }
    }
    return false;
  }
}
