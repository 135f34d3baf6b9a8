package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.Trend;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code warm-up}: the live heap rose, slackens, and is still where its rise brought it, as a cache
 * that fills has it.
 *
 * <pre>
 *          ·············            ···                      ····
 *      ····                      ···   ···               ····
 *   ···           warm-up     ···         ···         ···
 *  ·                         ·    high-water          leak
 * </pre>
 */
final class FillsUp implements Argument {
  private static final double WORTH_TELLING = 0.1;

  /** What the last two fifths may still add, of all that was added. */
  private static final double STILL_TO_COME = 0.3;

  private static final double LATE = 0.6;
  private static final double STILL_UP = 0.75;
  private static final double DOUBT_OF_GROWTH = 0.05;

  @Override
  public Optional<Verdict> verdict(Facts facts) {
    Climb climb = facts.liveHeap();
    if (climb.points().count() < Climb.ENOUGH_OBSERVATIONS) {
      return Optional.empty();
    }
    CourseShape shape = CourseShape.of(climb.points());
    double rise = shape.rest() - shape.start();
    Trend late = climb.course().trend(LATE, 1);
    double allowed = STILL_TO_COME * rise / ((1 - LATE) * minutes(climb));
    if (rise < WORTH_TELLING * shape.start()
        || rise < STILL_UP * (typicalPeak(climb) - shape.start())
        || late.chanceOfSlopeUpTo(allowed) < 0.95
        || climbsOn(climb, late)) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict.WarmUp(
            Math.min(0.99, late.chanceOfSlopeUpTo(allowed)),
            List.of(
                "live heap %s over %s"
                        .formatted(
                            Words.bytesFromTo(climb.points().first(), climb.points().last()),
                            Words.duration(Sentences.length(climb.points())))
                    + Sentences.source(facts.climbs()),
                "it slackens: the first half has %s, the last two fifths %s"
                    .formatted(Sentences.perMinute(climb.early()), Sentences.perMinute(late)),
                "it stays where it came to, at " + Words.bytes(shape.rest())),
            ""));
  }

  /** It surely still rises at the end, and not surely less than in the middle: a leak does that. */
  private static boolean climbsOn(Climb climb, Trend late) {
    Trend middle = climb.course().trend(0.25, LATE);
    return late.slope() > climb.floor()
        && late.chanceOfSlopeUpTo(0) < DOUBT_OF_GROWTH
        && late.chanceBelow(0.75, middle) < 0.8;
  }

  /** The second highest, so that one spike is no peak. */
  private static double typicalPeak(Climb climb) {
    double[] sorted = climb.points().values().clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - 2];
  }

  private static double minutes(Climb climb) {
    return climb.points().spanMillis() / 60_000.0;
  }
}
