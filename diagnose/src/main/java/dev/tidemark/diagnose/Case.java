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
 * @param findings what the source says of it, the most telling first; the first one's line keeps it
 */
public record Case(
    int rank,
    Site site,
    List<Frame> stack,
    CaseGrowth growthPerMinute,
    double shareOfGrowth,
    Points points,
    List<KnownShape> shapes,
    String hint,
    List<CodeFinding> findings) {
  public Case {
    stack = List.copyOf(stack);
    shapes = List.copyOf(shapes);
    findings = List.copyOf(findings);
  }

  /** The same, with what the source says of it; a hint where to look has nothing to add to that. */
  public Case withFindings(List<CodeFinding> found) {
    boolean isFound = !found.isEmpty() && growthPerMinute instanceof CaseGrowth.OfHeap;
    String open = isFound ? "" : hint;
    return new Case(rank, site, stack, growthPerMinute, shareOfGrowth, points, shapes, open, found);
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
