package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.HeapSuspect;
import dev.tidemark.detect.Site;
import dev.tidemark.diagnose.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code leak}: one allocation site climbs and goes on climbing, so surely that it stands out among
 * all sites (Bonferroni: its chance of not growing is multiplied by their number), while what else
 * is in the heap scatters too much for the whole to tell.
 */
final class SiteClimbs implements Argument {
  private static final double DOUBT = 0.01;
  private static final double ENOUGH_CONFIDENCE = 0.9;

  @Override
  public Optional<Verdict> verdict(Facts facts) {
    double sites = facts.heap().size();
    for (HeapSuspect suspect : facts.heap()) {
      double doubt = suspect.bytes().chanceOfSlopeUpTo(0) * sites;
      if (suspect.site().choice() == Site.Choice.OBSERVER || doubt > DOUBT) {
        continue;
      }
      Climb climb = Climb.of(suspect.live(), facts.liveHeap().floor());
      if (climb.goesOn()
          && climb.confidence() >= ENOUGH_CONFIDENCE
          && !contradicts(facts.liveHeap(), climb)
          && !facts.activity().risesWith(facts.liveHeap())) {
        return Optional.of(leak(facts, suspect, climb));
      }
    }
    return Optional.empty();
  }

  /**
   * The heap is known better than the site, and grows less than half as fast as the site is said
   * to: what grew has stopped, or something else makes room for it.
   */
  private static boolean contradicts(Climb whole, Climb site) {
    return whole.late().isKnown()
        && whole.late().deviation() < site.whole().slope() / 2
        && whole.late().slope() < site.whole().slope() / 2;
  }

  private static Verdict leak(Facts facts, HeapSuspect suspect, Climb climb) {
    List<String> reasons = new ArrayList<>();
    reasons.add("live bytes of " + suspect.site().frame() + " " + Sentences.course(climb));
    reasons.add(Sentences.goesOn(climb, Sentences.perMinute(climb.late())));
    if (facts.liveHeap().whole().isKnown()) {
      reasons.add("the live heap as a whole has " + Sentences.perMinute(facts.liveHeap().whole()));
    }
    return new Verdict.Leak(climb.confidence(), reasons, LiveHeapClimbs.limitSentence(facts));
  }
}
