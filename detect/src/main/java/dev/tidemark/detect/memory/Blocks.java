package dev.tidemark.detect.memory;

import java.util.Arrays;

/**
 * The lowest and the highest value of each five minutes of one process life. Between two
 * collections a Go heap swings to twice its live memory and more; what it falls back to is what it
 * keeps.
 *
 * <p>Two days are held at most. Of older blocks only {@link HighWater} stays.
 */
final class Blocks {
  static final int MOST = 576;

  /** Blocks of an envelope. */
  static final int ENVELOPE = 6;

  private static final int FOLDED_AT_ONCE = 96;

  private long[] startMillis = new long[16];
  private double[] low = new double[16];
  private double[] high = new double[16];

  private int count;
  private final HighWater older = new HighWater();

  int count() {
    return count;
  }

  long startMillis(int block) {
    return startMillis[block];
  }

  double low(int block) {
    return low[block];
  }

  double high(int block) {
    return high[block];
  }

  HighWater older() {
    return older;
  }

  /**
   * What memory surely kept in the half hour up to a block: the least of it and of the five before,
   * so that no short peak counts.
   */
  double envelope(int block) {
    double lowest = low[block];
    for (int i = block - ENVELOPE + 1; i < block; i++) {
      lowest = Math.min(lowest, low[i]);
    }
    return lowest;
  }

  /** The least of the last three blocks: what memory keeps now. */
  double end() {
    return Math.min(low[count - 1], Math.min(low[count - 2], low[count - 3]));
  }

  void add(long start, double lowest, double highest) {
    if (count == MOST) {
      fold();
    }
    if (count == low.length) {
      int larger = Math.min(MOST, count * 2);
      startMillis = Arrays.copyOf(startMillis, larger);
      low = Arrays.copyOf(low, larger);
      high = Arrays.copyOf(high, larger);
    }
    startMillis[count] = start;
    low[count] = lowest;
    high[count++] = highest;
  }

  /** Forgets all: another process runs now. */
  void clear() {
    count = 0;
    older.clear();
  }

  /** The first block that starts at a time or later. */
  int firstSince(long millis) {
    int block = count;
    while (block > 0 && startMillis[block - 1] >= millis) {
      block--;
    }
    return block;
  }

  /** The least of the blocks from one on; infinite if there is none. */
  double lowestFrom(int block) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = Math.max(0, block); i < count; i++) {
      lowest = Math.min(lowest, low[i]);
    }
    return lowest;
  }

  private void fold() {
    // The first blocks have no envelope; that of theirs was folded the last time.
    for (int i = ENVELOPE - 1; i < FOLDED_AT_ONCE + ENVELOPE - 1; i++) {
      older.add(startMillis[i], envelope(i));
    }
    count -= FOLDED_AT_ONCE;
    System.arraycopy(startMillis, FOLDED_AT_ONCE, startMillis, 0, count);
    System.arraycopy(low, FOLDED_AT_ONCE, low, 0, count);
    System.arraycopy(high, FOLDED_AT_ONCE, high, 0, count);
  }
}
