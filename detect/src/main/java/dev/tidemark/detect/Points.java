package dev.tidemark.detect;

import java.util.Arrays;

/**
 * A quantity at some times: milliseconds since the epoch, increasing, and the values there.
 * Measured exactly, so that only its own scatter widens the interval of its trend.
 */
public record Points(long[] timesMillis, double[] values) implements Course {
  /** What memory in flight and the phase of the collector commonly do to a reading. */
  private static final double GUESSED_SCATTER = 0.01;

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

  @Override
  public Points points() {
    return this;
  }

  @Override
  public Trend trend(double from, double to) {
    return between(from, to).line();
  }

  private Trend line() {
    Bins bins = Bins.of(minutes());
    double[] drawn = Outliers.drawnIn(bins.minutes(), bins.means(values), guessedScatter() / 4);
    return TrendFitter.ofExact(bins.minutes()).fit(drawn, NoisePrior.guess(guessedScatter()));
  }

  /** The trend of the values as they are, spikes included. */
  Trend lineAsSeen() {
    return TrendFitter.ofExact(minutes()).fit(values, NoisePrior.guess(guessedScatter()));
  }

  private double guessedScatter() {
    double largest = Math.max(Math.abs(smallest()), Math.abs(largest()));
    return Math.max(GUESSED_SCATTER * largest, 1e-6);
  }

  /**
   * What lies after a share of the time.
   *
   * @param share 0 for all, 0.5 for the later half
   */
  public Points after(double share) {
    return between(share, 1);
  }

  /** What lies between two shares of the time, both included. */
  public Points between(double from, double to) {
    if (values.length == 0) {
      return this;
    }
    double earliest = timesMillis[0] + from * spanMillis();
    double latest = timesMillis[0] + to * spanMillis();
    int first = 0;
    while (timesMillis[first] < earliest) {
      first++;
    }
    int end = values.length;
    while (end > first && timesMillis[end - 1] > latest) {
      end--;
    }
    return new Points(
        Arrays.copyOfRange(timesMillis, first, end), Arrays.copyOfRange(values, first, end));
  }

  private double[] minutes() {
    double[] minutes = new double[timesMillis.length];
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] = (timesMillis[i] - timesMillis[0]) / 60_000.0;
    }
    return minutes;
  }
}
