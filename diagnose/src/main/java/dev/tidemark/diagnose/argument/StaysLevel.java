package dev.tidemark.diagnose.argument;

import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Words;
import java.util.List;
import java.util.Optional;

/**
 * {@code steady}: growth that would need action is ruled out, in the heap; and beside it, among
 * goroutines and outside of Go, growth of several times its floor is.
 */
final class StaysLevel implements Argument {
  private static final double TIMES_THE_FLOOR = 6;

  @Override
  public Optional<Verdict> verdict(Facts facts) {
    Climb climb = facts.liveHeap();
    if (!climb.isFlat()
        || isOpen(facts.climbs().outsideGo())
        || isOpen(facts.climbs().goroutines())) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict.Steady(
            climb.confidenceOfFlat(),
            List.of(
                "live heap %s; growth above %s/min is ruled out"
                    .formatted(Sentences.course(climb), Words.bytes(climb.flatFloor()))),
            ""));
  }

  /** What is beside the heap may well grow by more than a little. */
  static boolean isOpen(Climb beside) {
    return !beside.isBelow(TIMES_THE_FLOOR * beside.floor());
  }
}
