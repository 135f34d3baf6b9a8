package dev.tidemark.diagnose.argument;

import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Words;
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
  private static final double SURE = 0.9;
  private static final double LATE_SHARE = 0.35;
  private static final double WORTH_TELLING = 0.1;
  private static final double STILL_UP = 0.75;

  @Override
  public Optional<Verdict> verdict(Facts facts) {
    Climb climb = facts.liveHeap();
    if (climb.points().count() < Climb.ENOUGH_OBSERVATIONS) {
      return Optional.empty();
    }
    CourseShape shape = CourseShape.of(climb.points());
    double rise = shape.rest() - shape.start();
    double slackened = climb.course().trend(0.6, 1).chanceBelow(LATE_SHARE, climb.early());
    if (rise < WORTH_TELLING * shape.start()
        || climb.early().slope() <= climb.floor()
        || rise < STILL_UP * (shape.peak() - shape.start())
        || slackened < SURE) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict.WarmUp(
            Math.min(0.99, slackened),
            List.of(
                "live heap " + Sentences.course(climb) + Sentences.source(facts.climbs()),
                "it slackens: the first half has %s, the second %s"
                    .formatted(
                        Sentences.perMinute(climb.early()), Sentences.perMinute(climb.late())),
                "it stays where it came to, at " + Words.bytes(shape.rest())),
            ""));
  }
}
