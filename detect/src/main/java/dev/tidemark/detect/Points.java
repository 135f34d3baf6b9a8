package dev.tidemark.detect;

import java.util.Arrays;

/**
 * A quantity at some times: milliseconds since the epoch, increasing, and the values there.
 * Measured exactly, so that only its own scatter widens the interval of its trend.
 */
public record Points(long[] timesMillis, double[] values) {
  public Points {
    if (timesMillis.length != values.length) {
      throw new IllegalArgumentException("a value for each time");
    }
    for (int i = 1; i < timesMillis.length; i++) {
      if (timesMillis[i] <= timesMillis[i - 1]) {
        throw new IllegalArgumentException("times increase");
      }
    }
  }

  public int count() {
    return values.length;
  }

  public double first() {
    return values[0];
  }

  public double last() {
    return values[values.length - 1];
  }

  /** From the first to the last. */
  public long spanMillis() {
    return values.length == 0 ? 0 : timesMillis[values.length - 1] - timesMillis[0];
  }

  public double smallest() {
    return Arrays.stream(values).min().orElse(0);
  }

  public double largest() {
    return Arrays.stream(values).max().orElse(0);
  }

  public Trend trend() {
    return TrendLine.fit(minutes(), values, 0);
  }

  /** What lies in the later half of the time. */
  public Points secondHalf() {
    if (values.length == 0) {
      return this;
    }
    long middle = (timesMillis[0] + timesMillis[timesMillis.length - 1]) / 2;
    int from = 0;
    while (timesMillis[from] < middle) {
      from++;
    }
    return new Points(
        Arrays.copyOfRange(timesMillis, from, timesMillis.length),
        Arrays.copyOfRange(values, from, values.length));
  }

  /** Without points whose value is the one before: a gauge that was not renewed. */
  public Points changes() {
    long[] times = new long[values.length];
    double[] kept = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (count == 0 || values[i] != kept[count - 1]) {
        times[count] = timesMillis[i];
        kept[count++] = values[i];
      }
    }
    return new Points(Arrays.copyOf(times, count), Arrays.copyOf(kept, count));
  }

  private double[] minutes() {
    double[] minutes = new double[timesMillis.length];
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] = (timesMillis[i] - timesMillis[0]) / 60_000.0;
    }
    return minutes;
  }
}
