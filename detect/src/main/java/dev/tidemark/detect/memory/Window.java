package dev.tidemark.detect.memory;

import java.util.Arrays;

/**
 * How memory rose over one window that ends now, and how that compares with what it did before in
 * the same life. Values are multiples of the scale (the limit), slopes are per hour. What is called
 * a share is one of the rise over the window, so that one number means the same for fast and slow
 * growth.
 */
final class Window {
  /** Shares of nothing are shares of this much. */
  private static final double SMALLEST_RISE = 1e-4;

  /** Long windows are seen in longer blocks: enough to tell shapes apart. */
  private static final int MOST_POINTS = 48;

  /** What stands for "nothing to compare with". */
  static final double NOTHING_BEFORE = 9;

  private final double[] x;
  private final double[] y;
  private final double[] middle;
  private final int n;

  private final double end;

  /** Nominal length. */
  final double hours;

  /** A line through all blocks. */
  final Line blocks;

  /** Rise of the line over the window. */
  final double rise;

  /** Mean of the blocks. */
  final double level;

  /**
   * How far the end is above all that was before the window, a share; {@link #NOTHING_BEFORE} if
   * nothing was.
   */
  final double above;

  private Window(
      double hours, double[] x, double[] y, double[] middle, double end, double highestBefore) {
    this.hours = hours;
    this.x = x;
    this.y = y;
    this.middle = middle;
    this.end = end;
    n = x.length;
    blocks = Line.through(x, y, n);
    rise = blocks.slope() * (x[n - 1] - x[0]) * n / (n - 1);
    double sum = 0;
    for (double value : y) {
      sum += value;
    }
    level = sum / n;
    above = highestBefore == Double.NEGATIVE_INFINITY ? NOTHING_BEFORE : share(end - highestBefore);
  }

  /**
   * The window of the blocks from {@code from} on.
   *
   * @param highestBefore highest envelope before it, or negative infinity
   */
  static Window of(Blocks blocks, int from, double hours, double scale, double highestBefore) {
    int count = blocks.count() - from;
    int each = (count + MOST_POINTS - 1) / MOST_POINTS;
    int n = count / each;
    double[] x = new double[n];
    double[] y = new double[n];
    double[] middle = new double[n];
    // The end of the window is never cut off, its beginning may be.
    int first = blocks.count() - n * each;
    for (int i = 0; i < n; i++) {
      int block = first + i * each;
      double low = blocks.low(block);
      double high = blocks.high(block);
      for (int k = 1; k < each; k++) {
        low = Math.min(low, blocks.low(block + k));
        high = Math.max(high, blocks.high(block + k));
      }
      x[i] = (blocks.startMillis(block) - blocks.startMillis(first)) / 3_600_000.0;
      y[i] = low / scale;
      middle[i] = (low + high) / 2 / scale;
    }
    return new Window(hours, x, y, middle, blocks.end() / scale, highestBefore / scale);
  }

  double slope() {
    return blocks.slope();
  }

  double share(double amount) {
    return amount / Math.max(rise, SMALLEST_RISE);
  }

  /** What is kept now. */
  double end() {
    return end;
  }

  /**
   * Standard error of the slope for errors that follow each other: Newey and West (1987), Bartlett
   * weights over a fifth of the window.
   */
  double standardError() {
    return standardError(y, level, blocks);
  }

  private double standardError(double[] values, double meanValue, Line line) {
    double mean = Arrays.stream(x).sum() / n;
    double[] weighted = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double error = values[i] - meanValue - line.slope() * (x[i] - mean);
      weighted[i] = error * (x[i] - mean);
      sum += weighted[i] * weighted[i];
    }
    int lags = Math.max(2, Math.round(0.2f * n));
    for (int lag = 1; lag <= lags; lag++) {
      double common = 0;
      for (int i = lag; i < n; i++) {
        common += weighted[i] * weighted[i - lag];
      }
      sum += 2 * (1 - lag / (lags + 1.0)) * common;
    }
    return Math.sqrt(Math.max(sum, 1e-14)) / line.spread() * Math.sqrt(n / (n - 2.0));
  }

  /** Scatter of the blocks around the line, a share. */
  double scatter() {
    return share(Math.sqrt(blocks.residual() / n));
  }

  /** Slope of the second half as a multiple of the slope. */
  double late() {
    return slopeOfLast(y, n - n / 2) / Math.max(slope(), 1e-6);
  }

  /** Slope of the last third as a multiple of the slope. */
  double last() {
    return slopeOfLast(y, Math.max(4, n / 3)) / Math.max(slope(), 1e-6);
  }

  /** Growth of the last half hour as a multiple of what the slope makes of it. */
  double latest() {
    int back = n - 1;
    while (back > 1 && x[n - 1] - x[back] < 0.45) {
      back--;
    }
    double then = Math.min(y[back], y[back - 1]);
    return (Math.min(y[n - 1], y[n - 2]) - then) / Math.max(slope() * (x[n - 1] - x[back]), 1e-4);
  }

  /** The middle between the lower and the upper ends of the blocks, as it is seen here. */
  Middle middle() {
    Line line = Line.through(x, middle, n);
    double mean = 0;
    for (double value : middle) {
      mean += value;
    }
    mean /= n;
    double slope = Math.max(line.slope(), 1e-6);
    return new Middle(
        mean / level,
        line.slope() / Math.max(slope(), 1e-6) * level / mean,
        line.slope() / standardError(middle, mean, line),
        slopeOfLast(middle, n - n / 2) / slope,
        slopeOfLast(middle, Math.max(4, n / 3)) / slope,
        line.bend());
  }

  /**
   * The upper ends of a swinging heap rise with the lower ones and have errors of their own; the
   * middle of both has smaller ones.
   *
   * @param swing mean of the middle as a multiple of the level
   * @param slope of the middle as a multiple of the slope, for its swing
   * @param sureness standard errors by which it is above zero
   * @param late slope of the second half as a multiple of its slope
   * @param last the same of the last third
   * @param bend slope at the end as a multiple of the whole slope, by a parabola
   */
  record Middle(
      double swing, double slope, double sureness, double late, double last, double bend) {}

  /** How far the end is above all that was before, as a multiple of the largest rise before. */
  double beyond(double swing) {
    return above * Math.max(rise, SMALLEST_RISE) / (swing + 0.01);
  }

  /**
   * Median of the slopes over an hour or less, as a multiple of the slope. What grows in a few
   * steps does not grow mostly.
   */
  double usual() {
    int gap = 1;
    while (gap < n / 4 && x[gap] < 0.95) {
      gap++;
    }
    gap = Math.max(2, gap);
    double[] slopes = new double[n - gap];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (y[i + gap] - y[i]) / (x[i + gap] - x[i]);
    }
    Arrays.sort(slopes);
    return slopes[slopes.length / 2] / Math.max(slope(), 1e-6);
  }

  /**
   * Largest jump from three blocks to the next three, the least of these over the most of those.
   */
  double jump() {
    double largest = 0;
    for (int i = 3; i + 3 <= n; i++) {
      double after = Math.min(y[i], Math.min(y[i + 1], y[i + 2]));
      double before = Math.max(y[i - 1], Math.max(y[i - 2], y[i - 3]));
      largest = Math.max(largest, after - before);
    }
    return share(largest);
  }

  /**
   * The lower ends of some equal parts. They see a swinging heap sharper than blocks do: the error
   * of a least value shrinks with the number of values, that of a mean with its root.
   */
  Parts parts(int most) {
    int count = Math.min(most, n / 2);
    double[] times = new double[count];
    double[] lows = new double[count];
    for (int part = 0; part < count; part++) {
      int from = part * n / count;
      int to = (part + 1) * n / count;
      double lowest = Double.POSITIVE_INFINITY;
      for (int i = from; i < to; i++) {
        lowest = Math.min(lowest, y[i]);
      }
      times[part] = (x[from] + x[to - 1]) / 2;
      lows[part] = lowest;
    }
    return new Parts(lows, Line.through(times, lows, count));
  }

  private double slopeOfLast(double[] values, int last) {
    double meanX = 0;
    double meanY = 0;
    for (int i = n - last; i < n; i++) {
      meanX += x[i];
      meanY += values[i];
    }
    meanX /= last;
    meanY /= last;
    double common = 0;
    double spread = 0;
    for (int i = n - last; i < n; i++) {
      common += (x[i] - meanX) * (values[i] - meanY);
      spread += (x[i] - meanX) * (x[i] - meanX);
    }
    return common / spread;
  }

  /** Lower ends of the parts of a window, in order, and the line through them. */
  record Parts(double[] lows, Line line) {
    /** Largest rise from a part to the next, as a share of that from the first to the last. */
    double largest() {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = 1; i < lows.length; i++) {
        largest = Math.max(largest, lows[i] - lows[i - 1]);
      }
      return largest / total();
    }

    /** Smallest one, as a multiple of their mean. */
    double smallest() {
      double smallest = Double.POSITIVE_INFINITY;
      for (int i = 1; i < lows.length; i++) {
        smallest = Math.min(smallest, lows[i] - lows[i - 1]);
      }
      return smallest / total() * (lows.length - 1);
    }

    /** Standard errors by which the slope of their line is above zero. */
    double sureness() {
      double variance = Math.max(line.residual() / (lows.length - 2), 1e-9) / line.spread();
      return line.slope() / Math.sqrt(variance);
    }

    private double total() {
      return Math.max(lows[lows.length - 1] - lows[0], SMALLEST_RISE);
    }
  }
}
