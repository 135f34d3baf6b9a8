package dev.tidemark.detect.memory;

/**
 * What is known of one memory series. Consumed by {@link MemoryLeakDetector#step}; at most some 14
 * KiB.
 */
public final class MemoryState {
  long lastSequence = Long.MIN_VALUE;
  long lastMillis = Long.MIN_VALUE;
  long firstMillis = Long.MIN_VALUE;
  long samples;
  long passedOver;
  double limit = Double.NaN;

  /** Blocks of the life that runs now, and when it began. */
  final Blocks blocks = new Blocks();

  long lifeMillis = Long.MIN_VALUE;
  int restarts;
  boolean startWasSeen;

  /** Highest envelope of all lives before this one. */
  double highestEarlier = Double.NEGATIVE_INFINITY;

  /** The block that is not over yet. */
  long openMillis;

  double openLow = Double.POSITIVE_INFINITY;
  double openHigh;
  int openCount;

  boolean leakWasSeen;

  MemoryState() {}

  /** Samples and ticks that were taken in. */
  public long samples() {
    return samples;
  }

  /** Observations that were duplicates of one before, or older. */
  public long passedOver() {
    return passedOver;
  }

  public int restarts() {
    return restarts;
  }

  /** From the first sample to the last, milliseconds. */
  public long spanMillis() {
    return firstMillis == Long.MIN_VALUE ? 0 : lastMillis - firstMillis;
  }

  /** From the start of the life that runs now, as far as it was seen, to the last sample. */
  public long lifeSpanMillis() {
    return lifeMillis == Long.MIN_VALUE ? 0 : lastMillis - lifeMillis;
  }

  /** What is kept at the end, in units of the value. */
  public double level() {
    return blocks.count() < 3 ? (openCount == 0 ? 0 : openLow) : blocks.end();
  }

  /** When the process that runs now had warmed up. */
  long settledMillis() {
    return startWasSeen ? lifeMillis + MemoryLeakDetector.WARM_UP : lifeMillis;
  }

  /**
   * What growth is measured by: the limit; where none is known, twice what is kept, for a service
   * mostly has about as much room again.
   */
  double scale() {
    return Double.isNaN(limit) ? 2 * blocks.end() : limit;
  }

  /** Begins another life with nothing known of it. */
  void beginLife(long millis, boolean isSeen) {
    for (int block = Blocks.ENVELOPE - 1; block < blocks.count(); block++) {
      highestEarlier = Math.max(highestEarlier, blocks.envelope(block));
    }
    highestEarlier = Math.max(highestEarlier, blocks.older().highest());
    blocks.clear();
    lifeMillis = millis;
    startWasSeen = isSeen;
    openCount = 0;
    openLow = Double.POSITIVE_INFINITY;
    openHigh = 0;
  }
}
