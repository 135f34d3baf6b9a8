package dev.tidemark.detect.memory;

/** What the detector says of a memory series. */
public sealed interface MemorySignal {
  /** The time of the observation that showed it, milliseconds since the epoch. */
  long epochMillis();

  /**
   * Memory leaks. Said once for a series.
   *
   * @param windowMillis how long the growth was looked at
   * @param level what is kept now, in units of the value
   * @param limit of the value; NaN where it is not known
   */
  record LeakSeen(long epochMillis, long windowMillis, Slope slope, double level, double limit)
      implements MemorySignal {}

  /** The process was started anew: memory fell to less than it had kept since its last start. */
  record Restarted(long epochMillis) implements MemorySignal {}
}
