package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code goroutine-leak}: the number of goroutines climbs and goes on climbing, and so does that of
 * a single group of them. Goroutines in all may also rise with load, over many groups.
 */
public final class GoroutinesPileUp implements Argument {
  /** Idle connections of clients come and go by a few; a pile is more than that. */
  private static final double SMALLEST_PILE = 20;

  private static final double ENOUGH_CONFIDENCE = 0.9;

  /** A group whose number surely rises, in the second half too. */
  public static boolean isSuspect(GoroutineSuspect suspect) {
    return suspect.count().growth().isCertain()
        && suspect.count().slope() > Floors.ofGoroutines(suspect.points()) / 2
        && suspect.late().isKnown()
        && suspect.late().slope() > suspect.count().slope() / 2
        && suspect.late().chanceOfSlopeUpTo(0) < 0.1;
  }

  static boolean isPile(Climb climb) {
    return climb.points().count() > 1
        && climb.points().last() - climb.points().first() >= SMALLEST_PILE;
  }

  @Override
  public Optional<Verdict> verdict(Facts facts) {
    Climb climb = facts.climbs().goroutines();
    Optional<GoroutineSuspect> first =
        facts.goroutines().stream().filter(GoroutinesPileUp::isSuspect).findFirst();
    boolean isByGroup = facts.evidence().goroutines().count() > 1;
    if (!climb.goesOn()
        || climb.confidence() < ENOUGH_CONFIDENCE
        || !isPile(climb)
        || isByGroup && first.isEmpty()
        || facts.activity().risesWith(climb)) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    reasons.add(
        "goroutines %s → %s, %s"
            .formatted(
                Words.count(climb.points().first()),
                Words.count(climb.points().last()),
                Sentences.countPerMinute(climb.whole())));
    reasons.add(Sentences.goesOn(climb, Sentences.countPerMinute(climb.late())));
    first.ifPresent(suspect -> reasons.add(where(suspect)));
    String next =
        isByGroup ? "" : "take goroutine profiles as well: they tell where those goroutines stand";
    return Optional.of(new Verdict.GoroutineLeak(climb.confidence(), reasons, next));
  }

  private static String where(GoroutineSuspect suspect) {
    return "%s → %s of them stand at %s%s"
        .formatted(
            Words.count(suspect.first()),
            Words.count(suspect.last()),
            suspect.site().frame(),
            suspect.waitsFor().isEmpty() ? "" : ", waiting: " + suspect.waitsFor());
  }
}
