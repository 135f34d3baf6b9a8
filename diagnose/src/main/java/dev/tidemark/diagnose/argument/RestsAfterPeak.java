package dev.tidemark.diagnose.argument;

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

  @Override
  public Optional<Verdict> verdict(Facts facts) {
    Climb climb = facts.liveHeap();
    if (climb.points().count() < Climb.ENOUGH_OBSERVATIONS) {
      return Optional.empty();
    }
    CourseShape shape = CourseShape.of(climb.points());
    double rise = shape.peak() - shape.start();
    double kept = shape.rest() - shape.start();
    boolean isAtRest = shape.restScatter() < 0.15 * rise;
    if (kept < WORTH_TELLING * shape.start()
        || shape.peak() - shape.rest() < FELL * rise
        || shape.peakAt() > LATEST_PEAK
        || !isAtRest) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict.HighWater(
            0.9,
            List.of(
                "live heap %s, after a peak of %s"
                    .formatted(
                        Words.bytesFromTo(shape.start(), shape.rest()), Words.bytes(shape.peak())),
                "it rests: the last third stays within %s of %s"
                    .formatted(Words.bytes(shape.restScatter()), Words.bytes(shape.rest()))),
            ""));
  }
}
