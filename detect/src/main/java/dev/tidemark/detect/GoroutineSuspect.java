package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * A group of goroutines whose number may grow.
 *
 * @param count growth in goroutines per minute
 * @param late the same over the second half of the run
 * @param points how many there were at each observation
 * @param waitsFor what they wait for, in the runtime's words; empty where it is not known
 * @param longestWaitMinutes 0 where it is under a minute or not known
 * @param createdBy the frame of the {@code go} statement that started most of them; empty where no
 *     dump names it
 */
public record GoroutineSuspect(
    GoroutineGroup group,
    Site site,
    Trend count,
    Trend late,
    Points points,
    String waitsFor,
    int longestWaitMinutes,
    List<Frame> createdBy) {
  public GoroutineSuspect {
    createdBy = List.copyOf(createdBy);
  }

  public long first() {
    return (long) points.first();
  }

  public long last() {
    return (long) points.last();
  }
}
