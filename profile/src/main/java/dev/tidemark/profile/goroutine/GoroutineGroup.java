package dev.tidemark.profile.goroutine;

import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * Goroutines that stand at one place for one reason.
 *
 * @param stack index into the dump's stacks
 * @param frames leaf first
 * @param createdBy the frame of the {@code go} statement; empty where the dump names none
 * @param longestWaitMinutes whole minutes, 0 for less than one
 * @param medianWaitMinutes the lower median
 */
public record GoroutineGroup(
    int stack,
    GoroutineState state,
    int count,
    int longestWaitMinutes,
    int medianWaitMinutes,
    List<Frame> frames,
    List<Frame> createdBy) {
  public GoroutineGroup {
    if (count <= 0 || medianWaitMinutes > longestWaitMinutes) {
      throw new IllegalArgumentException("not a group: " + count);
    }
  }

  public WaitReason reason() {
    return state.reason();
  }
}
