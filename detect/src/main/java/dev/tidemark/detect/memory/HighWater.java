package dev.tidemark.detect.memory;

import java.util.Arrays;

/**
 * How high memory stood on each of the seven days before those that are kept in blocks. What is
 * older is forgotten: a peak of last month must not hide a leak of today.
 */
final class HighWater {
  static final int DAYS = 7;
  private static final long DAY_MILLIS = 24 * 3_600_000L;

  final double[] highs = new double[DAYS];
  long lastDay = Long.MIN_VALUE;
  double lowest = Double.POSITIVE_INFINITY;
  double largestRise;

  HighWater() {
    clear();
  }

  void add(long millis, double envelope) {
    long day = Math.floorDiv(millis, DAY_MILLIS);
    if (lastDay == Long.MIN_VALUE || day - lastDay >= DAYS) {
      Arrays.fill(highs, Double.NEGATIVE_INFINITY);
    } else {
      for (long fresh = lastDay + 1; fresh <= day; fresh++) {
        highs[Math.floorMod(fresh, DAYS)] = Double.NEGATIVE_INFINITY;
      }
    }
    lastDay = Math.max(day, lastDay);
    int slot = Math.floorMod(day, DAYS);
    highs[slot] = Math.max(highs[slot], envelope);
    lowest = Math.min(lowest, envelope);
    largestRise = Math.max(largestRise, envelope - lowest);
  }

  /** Negative infinity if nothing is that old. */
  double highest() {
    double highest = Double.NEGATIVE_INFINITY;
    for (double high : highs) {
      highest = Math.max(highest, high);
    }
    return highest;
  }

  void clear() {
    Arrays.fill(highs, Double.NEGATIVE_INFINITY);
    lastDay = Long.MIN_VALUE;
    lowest = Double.POSITIVE_INFINITY;
    largestRise = 0;
  }
}
