package dev.tidemark.detect;

import dev.tidemark.profile.Printable;

/**
 * What is known of a goroutine group at one time.
 *
 * @param waitsFor what most of them wait for, in the runtime's words; empty where it is not known
 * @param longestWaitMinutes how long the longest wait has lasted, 0 under a minute or unknown
 */
public record GoroutineState(long count, String waitsFor, int longestWaitMinutes) {
  public GoroutineState {
    waitsFor = Printable.of(waitsFor);
  }

  /** Two parts of one group. */
  public GoroutineState plus(GoroutineState other) {
    return new GoroutineState(
        count + other.count,
        other.waitsFor.isEmpty() || count >= other.count && !waitsFor.isEmpty()
            ? waitsFor
            : other.waitsFor,
        Math.max(longestWaitMinutes, other.longestWaitMinutes));
  }
}
