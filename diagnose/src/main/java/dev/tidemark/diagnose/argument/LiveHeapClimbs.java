package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.Growth;
import dev.tidemark.detect.HeapSuspect;
import dev.tidemark.detect.Points;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Words;
import dev.tidemark.series.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code leak}: the live heap climbs and goes on climbing, and not because more is asked for. */
final class LiveHeapClimbs implements Argument {
  private static final double ENOUGH_CONFIDENCE = 0.9;

  /** Sixty days: nobody plans by a line of minutes farther than that. */
  private static final double FARTHEST_MINUTES = 60 * 24 * 60;

  private static final double NO_LIMIT = 1L << 50;

  @Override
  public Optional<Verdict> verdict(Facts facts) {
    Climb climb = facts.liveHeap();
    if (!climb.goesOn()
        || climb.confidence() < ENOUGH_CONFIDENCE
        || facts.activity().risesWith(climb)) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    reasons.add("live heap " + Sentences.course(climb) + Sentences.source(facts.climbs()));
    reasons.add(Sentences.goesOn(climb, Sentences.perMinute(climb.late())));
    String next = limitSentence(facts);
    if (!facts.heap().isEmpty() && facts.heap().getFirst().bytes().growth().isCertain()) {
      HeapSuspect first = facts.heap().getFirst();
      reasons.add(
          "most surely at " + first.site().frame() + ", " + Sentences.perMinute(first.bytes()));
    } else {
      next +=
          (next.isEmpty() ? "" : "; ")
              + "watch longer to tell which site: each is within sampling noise";
    }
    return Optional.of(new Verdict.Leak(climb.confidence(), reasons, next));
  }

  static String limitSentence(Facts facts) {
    Points limits = facts.evidence().metrics().of(Quantity.MEMORY_LIMIT);
    Climb climb = facts.liveHeap();
    // Without GOMEMLIMIT the runtime reports the largest number there is.
    if (limits.count() == 0 || limits.last() > NO_LIMIT || !climb.whole().growth().isCertain()) {
      return "";
    }
    Growth growth = climb.whole().growth();
    double room = limits.last() - climb.points().last();
    if (room / growth.low() > FARTHEST_MINUTES) {
      return "";
    }
    return room <= 0
        ? "the memory limit of %s is reached".formatted(Words.bytes(limits.last()))
        : "%s limit in %s … %s at this rate"
            .formatted(
                Words.bytes(limits.last()),
                Words.duration(minutes(room / growth.high())),
                Words.duration(minutes(room / growth.low())));
  }

  private static Duration minutes(double minutes) {
    return Duration.ofSeconds(Math.round(minutes * 60));
  }
}
