package dev.tidemark.diagnose.argument;

import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Words;
import java.util.List;
import java.util.Optional;

/** {@code steady}: growth that would need action is ruled out, in the heap and beside it. */
final class StaysLevel implements Argument {
  @Override
  public Optional<Verdict> verdict(Facts facts) {
    Climb climb = facts.liveHeap();
    Climb goroutines = facts.climbs().goroutines();
    if (!climb.isFlat()
        || facts.climbs().outsideGo().goesOn()
        || GoroutinesPileUp.isPile(goroutines) && goroutines.grows()) {
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
}
