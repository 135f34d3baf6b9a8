package dev.tidemark.detect;

import dev.tidemark.series.Quantity;
import dev.tidemark.series.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Readings of one process's metrics over time. */
public final class MetricsHistory {
  private final List<MetricsObservation> observations;

  private MetricsHistory(List<MetricsObservation> observations) {
    this.observations = List.copyOf(observations);
  }

  /** One reading and its time, milliseconds since the epoch. */
  public record MetricsObservation(long timeMillis, Reading reading) {}

  public static MetricsHistory of(List<MetricsObservation> observations) {
    List<MetricsObservation> sorted = new ArrayList<>(observations);
    sorted.sort((one, other) -> Long.compare(one.timeMillis(), other.timeMillis()));
    List<MetricsObservation> distinct = new ArrayList<>();
    for (MetricsObservation observation : sorted) {
      if (distinct.isEmpty() || observation.timeMillis() > distinct.getLast().timeMillis()) {
        distinct.add(observation);
      }
    }
    return new MetricsHistory(distinct);
  }

  public int count() {
    return observations.size();
  }

  /** One quantity over time; the times at which it was not exposed are missing. */
  public Points of(Quantity quantity) {
    long[] times = new long[observations.size()];
    double[] values = new double[observations.size()];
    int count = 0;
    for (MetricsObservation observation : observations) {
      OptionalDouble value = observation.reading().value(quantity);
      if (value.isPresent()) {
        times[count] = observation.timeMillis();
        values[count++] = value.getAsDouble();
      }
    }
    return new Points(Arrays.copyOf(times, count), Arrays.copyOf(values, count));
  }

  /** When collections ended, as far as the metrics tell. */
  public CollectionClock clock() {
    return CollectionClock.of(observations);
  }

  /**
   * What each collection left, dated by its end where that is known and else by its first sight;
   * readings between two collections repeat the value and count once.
   */
  public Points liveHeap() {
    long[] times = new long[observations.size()];
    double[] values = new double[observations.size()];
    int count = 0;
    for (MetricsObservation observation : observations) {
      OptionalDouble live = observation.reading().value(Quantity.LIVE_HEAP);
      if (live.isEmpty() || count > 0 && values[count - 1] == live.getAsDouble()) {
        continue;
      }
      double end = observation.reading().value(Quantity.LAST_COLLECTION).orElse(0);
      long ended = Math.round(end * 1000);
      // A clock that is not the reader's own says nothing about the reader's time.
      long time =
          ended > 0 && ended <= observation.timeMillis() && (count == 0 || ended > times[count - 1])
              ? ended
              : observation.timeMillis();
      if (count == 0 || time > times[count - 1]) {
        times[count] = time;
        values[count++] = live.getAsDouble();
      }
    }
    return new Points(Arrays.copyOf(times, count), Arrays.copyOf(values, count));
  }

  /** When readings were taken; the values are 0. */
  public Points times() {
    return new Points(
        observations.stream().mapToLong(MetricsObservation::timeMillis).toArray(),
        new double[observations.size()]);
  }

  /** How fast a counter rose between readings, per minute, at the later reading of each pair. */
  public Points ratePerMinute(Quantity counter) {
    Points points = of(counter);
    if (points.count() < 2) {
      return new Points(new long[0], new double[0]);
    }
    long[] times = Arrays.copyOfRange(points.timesMillis(), 1, points.count());
    double[] rates = new double[times.length];
    for (int i = 0; i < rates.length; i++) {
      double minutes = (points.timesMillis()[i + 1] - points.timesMillis()[i]) / 60_000.0;
      // A counter that falls was started anew: it rose by what it shows.
      double rise = points.values()[i + 1] - points.values()[i];
      rates[i] = (rise < 0 ? points.values()[i + 1] : rise) / minutes;
    }
    return new Points(times, rates);
  }

  /** One quantity minus another, at the times at which both were exposed. */
  public Points difference(Quantity of, Quantity minus) {
    long[] times = new long[observations.size()];
    double[] values = new double[observations.size()];
    int count = 0;
    for (MetricsObservation observation : observations) {
      OptionalDouble whole = observation.reading().value(of);
      OptionalDouble part = observation.reading().value(minus);
      if (whole.isPresent() && part.isPresent()) {
        times[count] = observation.timeMillis();
        values[count++] = whole.getAsDouble() - part.getAsDouble();
      }
    }
    return new Points(Arrays.copyOf(times, count), Arrays.copyOf(values, count));
  }

  /**
   * Resident memory that Go does not account for: cgo, mmap, and pages it mapped but never used.
   */
  public Points outsideGo() {
    long[] times = new long[observations.size()];
    double[] values = new double[observations.size()];
    int count = 0;
    for (MetricsObservation observation : observations) {
      OptionalDouble resident = observation.reading().value(Quantity.RESIDENT_MEMORY);
      OptionalDouble mapped = observation.reading().value(Quantity.MAPPED_BY_GO);
      OptionalDouble released = observation.reading().value(Quantity.RELEASED_BY_GO);
      if (resident.isPresent() && mapped.isPresent() && released.isPresent()) {
        times[count] = observation.timeMillis();
        values[count++] = resident.getAsDouble() - (mapped.getAsDouble() - released.getAsDouble());
      }
    }
    return new Points(Arrays.copyOf(times, count), Arrays.copyOf(values, count));
  }
}
