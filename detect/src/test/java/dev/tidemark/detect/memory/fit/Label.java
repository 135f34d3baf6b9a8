package dev.tidemark.detect.memory.fit;

/** What is known to be true of a series. */
sealed interface Label {
  /**
   * It leaks from a moment on.
   *
   * @param slope growth, fraction of the limit per hour
   */
  record Leak(long startMillis, double slope) implements Label {
    public Leak {
      if (!(slope > 0)) {
        throw new IllegalArgumentException("no slope of a leak: " + slope);
      }
    }
  }

  /** It was made to look like a leak and is none. */
  record Harmless() implements Label {}

  /** It was recorded, and nothing is known to leak in it: an alarm for it is the worst error. */
  record Recorded() implements Label {}
}
