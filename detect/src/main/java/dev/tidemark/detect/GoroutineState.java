package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Printable;
import java.util.List;

/**
 * What is known of a goroutine group at one time.
 *
 * @param waitsFor what most of them wait for, in the runtime's words; empty where it is not known
 * @param longestWaitMinutes how long the longest wait has lasted, 0 under a minute or unknown
 * @param createdBy the frame of the {@code go} statement that started most of them; empty where it
 *     is not known
 */
public record GoroutineState(
    long count, String waitsFor, int longestWaitMinutes, List<Frame> createdBy) {
  public GoroutineState {
    waitsFor = Printable.of(waitsFor);
    createdBy = List.copyOf(createdBy);
  }

  /** Two parts of one group. */
  public GoroutineState plus(GoroutineState other) {
    boolean isLarger = count >= other.count;
    return new GoroutineState(
        count + other.count,
        other.waitsFor.isEmpty() || isLarger && !waitsFor.isEmpty() ? waitsFor : other.waitsFor,
        Math.max(longestWaitMinutes, other.longestWaitMinutes),
        other.createdBy.isEmpty() || isLarger && !createdBy.isEmpty()
            ? createdBy
            : other.createdBy);
  }
}
