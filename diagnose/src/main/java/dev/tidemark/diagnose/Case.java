package dev.tidemark.diagnose;

import dev.tidemark.detect.Site;
import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * Everything known about one suspect.
 *
 * @param rank from 1
 * @param stack leaf first
 * @param shareOfGrowth of the growth of all suspects of its kind, 0 to 1
 * @param first bytes or goroutines at the first observation
 * @param last at the last one
 * @param hint what the shape suggests; empty where nothing is known
 */
public record Case(
    int rank,
    Site site,
    List<Frame> stack,
    CaseGrowth growthPerMinute,
    double shareOfGrowth,
    double first,
    double last,
    String hint) {
  public Case {
    stack = List.copyOf(stack);
  }

  /** {@code leak} or {@code goroutine-leak}. */
  public String kind() {
    return switch (growthPerMinute) {
      case CaseGrowth.OfHeap _ -> "leak";
      case CaseGrowth.OfGoroutines _ -> "goroutine-leak";
    };
  }
}
