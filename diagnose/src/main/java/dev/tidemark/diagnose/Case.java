package dev.tidemark.diagnose;

import dev.tidemark.detect.Points;
import dev.tidemark.detect.Site;
import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * Everything known about one suspect.
 *
 * @param rank from 1
 * @param stack leaf first
 * @param shareOfGrowth of the growth of the live heap, or of all goroutine groups, 0 to 1
 * @param points live bytes, or goroutines, at each observation
 * @param shapes the known shapes of leak it has, the most telling first
 * @param hint what the shape suggests; empty where nothing is known
 */
public record Case(
    int rank,
    Site site,
    List<Frame> stack,
    CaseGrowth growthPerMinute,
    double shareOfGrowth,
    Points points,
    List<KnownShape> shapes,
    String hint) {
  public Case {
    stack = List.copyOf(stack);
    shapes = List.copyOf(shapes);
  }

  /** Bytes or goroutines at the first observation. */
  public double first() {
    return points.count() == 0 ? 0 : points.first();
  }

  /** Bytes or goroutines at the last observation. */
  public double last() {
    return points.count() == 0 ? 0 : points.last();
  }

  /** {@code leak} or {@code goroutine-leak}. */
  public String kind() {
    return switch (growthPerMinute) {
      case CaseGrowth.OfHeap _ -> "leak";
      case CaseGrowth.OfGoroutines _ -> "goroutine-leak";
    };
  }
}
