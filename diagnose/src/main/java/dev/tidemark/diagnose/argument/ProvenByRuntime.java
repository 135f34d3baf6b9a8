package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.GoroutineHistory;
import dev.tidemark.detect.GoroutineObservation;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Words;
import java.util.List;
import java.util.Optional;

/**
 * {@code goroutine-leak}: the runtime's leak detector found goroutines that wait for something
 * which nothing that lives can reach (the {@code goroutineleak} profile of Go 1.26). One or two may
 * be left from a start; more of them, or ever more, are a leak, and no trend has to show it.
 */
final class ProvenByRuntime implements Argument {
  private static final long MORE_THAN_A_REMNANT = 10;
  private static final long GREW_BY = 3;

  @Override
  public Optional<Verdict> verdict(Facts facts) {
    GoroutineHistory proven = facts.evidence().provenLeaks();
    if (!isMoreThanRemnant(proven)) {
      return Optional.empty();
    }
    GoroutineObservation last = proven.observations().getLast();
    return Optional.of(
        new Verdict.GoroutineLeak(
            0.99,
            List.of(
                "the Go runtime itself found %s goroutines that nothing can wake any more, in %s"
                        .formatted(Words.count(last.total()), places(last.groups().size()))
                    + (proven.count() > 1
                        ? "; %s at first"
                            .formatted(Words.count(proven.observations().getFirst().total()))
                        : "")),
            ""));
  }

  static boolean isMoreThanRemnant(GoroutineHistory proven) {
    if (proven.count() == 0) {
      return false;
    }
    long first = proven.observations().getFirst().total();
    long last = proven.observations().getLast().total();
    return last >= MORE_THAN_A_REMNANT || proven.count() > 1 && last >= first + GREW_BY;
  }

  private static String places(int count) {
    return count == 1 ? "one place" : Words.count(count) + " places";
  }
}
