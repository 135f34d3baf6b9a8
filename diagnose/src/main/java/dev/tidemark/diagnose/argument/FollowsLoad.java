package dev.tidemark.diagnose.argument;

import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code load}: the live heap goes up and down with what the process is asked to do, has come down
 * with it at least once, and nothing else of it climbs; {@code leak} if something does.
 */
final class FollowsLoad implements Argument {
  /** Fewer go along with something by chance too often. */
  private static final int ENOUGH_OBSERVATIONS = 8;

  private static final double CLOSELY = 0.75;
  private static final double ENOUGH_CONFIDENCE = 0.9;
  private static final double CAME_BACK = 0.5;
  private static final double WORTH_TELLING = 0.15;

  @Override
  public Optional<Verdict> verdict(Facts facts) {
    Climb climb = facts.liveHeap();
    if (climb.points().count() < ENOUGH_OBSERVATIONS || climb.isFlat()) {
      return Optional.empty();
    }
    double low = typicalLow(climb.points().values());
    double swing = climb.points().largest() - low;
    if (swing < WORTH_TELLING * low || largestFall(climb.points().values()) < CAME_BACK * swing) {
      return Optional.empty();
    }
    Activity.Following following = facts.activity().closest(climb.points());
    if (following.correlation() < CLOSELY) {
      return Optional.empty();
    }
    Climb beyond = Climb.of(following.residual(), climb.floor());
    if (beyond.goesOn() && beyond.confidence() >= ENOUGH_CONFIDENCE) {
      return Optional.of(leakBeyond(climb, following, beyond));
    }
    return Optional.of(
        new Verdict.Load(
            Math.min(0.99, following.correlation()),
            List.of(
                "live heap between %s and %s, now %s"
                    .formatted(
                        Words.bytes(climb.points().smallest()),
                        Words.bytes(climb.points().largest()),
                        Words.bytes(climb.points().last())),
                "it goes up and down with %s (correlation %s)"
                    .formatted(following.driver(), Words.percent(following.correlation()))),
            ""));
  }

  /** What is left when the load is taken out climbs by itself: a leak under a load that swings. */
  private static Verdict leakBeyond(Climb climb, Activity.Following following, Climb beyond) {
    return new Verdict.Leak(
        beyond.confidence(),
        List.of(
            "live heap goes up and down with %s (correlation %s)"
                .formatted(following.driver(), Words.percent(following.correlation())),
            "what does not climbs, %s, to %s in all"
                .formatted(Sentences.perMinute(beyond.whole()), Words.bytes(climb.points().last())),
            Sentences.goesOn(beyond, Sentences.perMinute(beyond.late()))),
        "");
  }

  /** The second lowest, for the first look at a process that has just begun is lower than any. */
  private static double typicalLow(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[1];
  }

  /** The deepest fall from any earlier value. */
  private static double largestFall(double[] values) {
    double highest = Double.NEGATIVE_INFINITY;
    double fall = 0;
    for (double value : values) {
      highest = Math.max(highest, value);
      fall = Math.max(fall, highest - value);
    }
    return fall;
  }
}
