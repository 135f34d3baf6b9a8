package dev.tidemark.diagnose.shape;

import dev.tidemark.detect.GoroutineObservation;
import dev.tidemark.detect.GoroutineState;
import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.Points;
import java.util.List;

/**
 * For how long goroutines waited, as dumps tell.
 *
 * @param dumps in order of time; observations that are none are left out
 * @param collections when heap profiles showed a new collection; the values are 0
 */
public record Waits(List<GoroutineObservation> dumps, Points collections) {
  private static final long MINUTE_MILLIS = 60_000;
  private static final int ENOUGH_OLD = 3;

  public Waits {
    dumps = dumps.stream().filter(GoroutineObservation::isDump).toList();
  }

  /**
   * Whether goroutines that do not end have all waited for less than a minute, though older than
   * that, by the last dump that has the group.
   *
   * <p>A wait is timed from the first collection that saw it (runtime/mgcmark.go, {@code
   * markroot}), so that there must have been one, more than a minute before the dump.
   */
  boolean wakesAgain(GoroutineSuspect suspect) {
    for (int i = dumps.size() - 1; i >= 0; i--) {
      GoroutineState state = dumps.get(i).groups().get(suspect.group());
      if (state != null) {
        long before = beforeCollection(dumps.get(i).timeMillis() - MINUTE_MILLIS);
        return state.longestWaitMinutes() == 0
            && countAt(suspect.points(), before) >= ENOUGH_OLD
            && neverFalls(suspect.points());
      }
    }
    return false;
  }

  /** A time before the last collection until then; the beginning of time where none is known. */
  private long beforeCollection(long timeMillis) {
    long before = Long.MIN_VALUE;
    long[] times = collections.timesMillis();
    for (int i = 1; i < times.length && times[i] < timeMillis; i++) {
      before = times[i - 1];
    }
    return before;
  }

  /** A group whose members come and go does fall at times. */
  private static boolean neverFalls(Points points) {
    for (int i = 1; i < points.count(); i++) {
      if (points.values()[i] < points.values()[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private static double countAt(Points points, long timeMillis) {
    double count = 0;
    for (int i = 0; i < points.count() && points.timesMillis()[i] <= timeMillis; i++) {
      count = points.values()[i];
    }
    return count;
  }
}
