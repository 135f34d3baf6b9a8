package dev.tidemark.diagnose.argument;

import dev.tidemark.diagnose.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * {@code outside-heap}: resident memory that Go does not account for climbs and goes on climbing,
 * much faster than the live heap does.
 */
final class GrowsOutsideHeap implements Argument {
  private static final double TIMES_THE_HEAP = 4;
  private static final double ENOUGH_CONFIDENCE = 0.9;

  @Override
  public Optional<Verdict> verdict(Facts facts) {
    Climb outside = facts.climbs().outsideGo();
    Climb liveHeap = facts.liveHeap();
    if (!outside.goesOn()
        || outside.confidence() < ENOUGH_CONFIDENCE
        || !liveHeap.whole().isKnown()
        || outside.whole().growth().low() <= outside.floor()
        || outside.whole().slope() <= TIMES_THE_HEAP * Math.max(0, liveHeap.whole().slope())) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict.OutsideHeap(
            outside.confidence(),
            List.of(
                "resident memory that Go does not account for " + Sentences.course(outside),
                "the live heap does not: " + Sentences.perMinute(liveHeap.whole())),
            "look at cgo allocations and mmap; a Go heap profile can't show them"));
  }
}
