package dev.tidemark.detect.memory;

/** What is seen of a memory series: a sample, or that there was none. */
public sealed interface MemoryObservation {
  /** Increases from one observation of a series to the next; one seen before is a duplicate. */
  long sequence();

  /** When it was so, milliseconds since the epoch. */
  long epochMillis();

  /**
   * A sample.
   *
   * @param value in any unit, finite and not negative
   * @param limit what the value can't exceed, in its unit; NaN where that is not known
   */
  record Sample(long sequence, long epochMillis, double value, double limit)
      implements MemoryObservation {
    public Sample {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("no amount of memory: " + value);
      }
      if (limit <= 0) {
        throw new IllegalArgumentException("no limit: " + limit);
      }
    }
  }

  /** Time has come so far, and there is no sample of it. */
  record Tick(long sequence, long epochMillis) implements MemoryObservation {}
}
