package dev.tidemark.detect;

import dev.tidemark.detect.MetricsHistory.MetricsObservation;
import dev.tidemark.series.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * When collections of a process ended, as its metrics tell. A heap profile read after natural
 * collection {@code n} describes the end of mark {@code n − 1}; only a forced one publishes its own
 * (runtime/mprof.go, "memRecordCycle"), so a profile is dated by the collection and not by the
 * moment of the fetch, which may be minutes later in an idle service.
 */
public final class CollectionClock {
  /** A profile and the metrics of one look are read one after the other. */
  private static final long ONE_LOOK_MILLIS = 1_000;

  /** For processes whose metrics do not tell: profiles are dated by when they were read. */
  public static final CollectionClock UNKNOWN = new CollectionClock(List.of());

  private final List<Seen> seen;

  private CollectionClock(List<Seen> seen) {
    this.seen = seen;
  }

  /**
   * @param readMillis when the metrics were read
   * @param endMillis when the last collection before that ended
   * @param number of it since the start; 0 where not known
   * @param forced collections of that kind since the start
   */
  private record Seen(long readMillis, long endMillis, double number, double forced) {}

  /**
   * @param readings in order of time
   */
  static CollectionClock of(List<MetricsObservation> readings) {
    List<Seen> seen = new ArrayList<>();
    for (MetricsObservation reading : readings) {
      OptionalDouble end = reading.reading().value(Quantity.LAST_COLLECTION);
      if (end.isPresent() && end.getAsDouble() > 0) {
        seen.add(
            new Seen(
                reading.timeMillis(),
                Math.round(end.getAsDouble() * 1000),
                reading.reading().value(Quantity.COLLECTIONS).orElse(0),
                reading.reading().value(Quantity.FORCED_COLLECTIONS).orElse(0)));
      }
    }
    return new CollectionClock(seen);
  }

  /** What time a heap profile speaks of that was read at {@code readMillis}. */
  public long profileMillis(long readMillis) {
    int last = -1;
    for (int i = 0; i < seen.size(); i++) {
      Seen each = seen.get(i);
      if (each.readMillis <= readMillis + ONE_LOOK_MILLIS && each.endMillis <= readMillis) {
        last = i;
      }
    }
    if (last < 0) {
      return readMillis;
    }
    Seen now = seen.get(last);
    int before = last;
    while (before >= 0 && seen.get(before).endMillis == now.endMillis) {
      before--;
    }
    if (before < 0) {
      return readMillis;
    }
    Seen then = seen.get(before);
    if (now.forced > then.forced) {
      return now.endMillis;
    }
    double between = now.number > then.number ? now.number - then.number : 1;
    return now.endMillis - Math.round((now.endMillis - then.endMillis) / between);
  }
}
