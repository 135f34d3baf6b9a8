package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.Points;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Words;
import java.util.List;
import java.util.Optional;

/**
 * {@code flood}: the live heap is level, and so much is allocated beside it that the collector runs
 * all but without a pause, or several times as much as before for the same requests.
 */
final class AllocatesWithoutKeeping implements Argument {
  /** Allocated per second as a share of the live heap; at GOGC=100 so many collections a second. */
  private static final double TURNOVER = 1.5;

  private static final double TIMES_BEFORE = 4;
  private static final double REQUESTS_ROSE = 2;

  @Override
  public Optional<Verdict> verdict(Facts facts) {
    Climb climb = facts.liveHeap();
    Activity activity = facts.activity();
    Points allocated = activity.allocatedPerMinute();
    if (!climb.isFlat() || allocated.count() < 3) {
      return Optional.empty();
    }
    CourseShape shape = CourseShape.of(allocated);
    double level = Math.max(1, climb.points().last());
    double turnover = shape.rest() / 60 / level;
    boolean roseAlone =
        shape.rest() > TIMES_BEFORE * shape.start()
            && activity.requestsRose() < REQUESTS_ROSE
            && turnover > TURNOVER / 6;
    if (turnover < TURNOVER && !roseAlone) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict.Flood(
            climb.confidenceOfFlat(),
            List.of(
                "%s/s are allocated, %s the live heap each second%s"
                    .formatted(
                        Words.bytes(shape.rest() / 60),
                        times(turnover),
                        roseAlone
                            ? ", after %s/s at first".formatted(Words.bytes(shape.start() / 60))
                            : ""),
                "none of it stays: live heap " + Sentences.course(climb)),
            "an allocs profile tells where: tidemark diff --view top on two of them"));
  }

  private static String times(double share) {
    return share >= 1
        ? Words.count(Math.rint(share * 10) / 10) + " times"
        : Words.percent(share) + " of";
  }
}
