package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.Points;
import dev.tidemark.detect.Trend;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Words;
import java.util.List;
import java.util.Optional;

/**
 * {@code high-water}: the live heap rose to a peak, fell, and rests higher than it began: a map
 * keeps its groups when its entries are deleted, and the records of goroutines that have ended, of
 * profiled stacks and of threads are never given back.
 */
final class RestsAfterPeak implements Argument {
  private static final double WORTH_TELLING = 0.15;
  private static final double FELL = 0.2;
  private static final double LATEST_PEAK = 0.7;
  private static final int FEWEST_AT_REST = 4;
  private static final double RESTS_WITHIN = 0.15;
  private static final double RISES_LESS_THAN = 0.25;

  @Override
  public Optional<Verdict> verdict(Facts facts) {
    Climb climb = facts.liveHeap();
    if (climb.points().count() < Climb.ENOUGH_OBSERVATIONS) {
      return Optional.empty();
    }
    CourseShape shape = CourseShape.of(climb.points());
    double rise = shape.peak() - shape.start();
    double kept = shape.rest() - shape.start();
    Points rest = climb.points().after(2.0 / 3);
    Trend trend = rest.trend();
    double allowed = RISES_LESS_THAN * rise / Math.max(0.1, rest.spanMillis() / 60_000.0);
    boolean isAtRest =
        rest.count() >= FEWEST_AT_REST
            && shape.restScatter() < RESTS_WITHIN * rise
            && trend.growth().high() < allowed;
    if (kept < WORTH_TELLING * shape.start()
        || shape.peak() - shape.rest() < FELL * rise
        || shape.peakAt() > LATEST_PEAK
        || !isAtRest) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict.HighWater(
            Math.min(0.95, trend.chanceOfSlopeUpTo(allowed)),
            List.of(
                "live heap %s, after a peak of %s"
                    .formatted(
                        Words.bytesFromTo(shape.start(), shape.rest()), Words.bytes(shape.peak())),
                "it rests: the last third stays within %s of %s"
                    .formatted(Words.bytes(shape.restScatter()), Words.bytes(shape.rest()))),
            ""));
  }
}
