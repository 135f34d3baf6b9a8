package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.HeapHistory;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code inconclusive}: what keeps the run from telling, and for how long to watch. */
final class Doubt {
  private Doubt() {}

  static Verdict verdict(Facts facts) {
    Climb climb = facts.liveHeap();
    return climb.points().count() < 2 ? tooLittle(facts) : undecided(facts);
  }

  /**
   * Profiles whose sampling was switched off or changed say nothing about growth: what they hold in
   * use is scaled by a rate that was not that of its allocation.
   */
  static boolean isUnreadable(Facts facts) {
    HeapHistory heap = facts.evidence().heap();
    return !facts.climbs().marked() && (!heap.isSampledAlike() || isOff(heap));
  }

  private static boolean isOff(HeapHistory heap) {
    return heap.count() > 0 && heap.samplingPeriod() <= 0;
  }

  static Verdict unreadable(Facts facts) {
    String problem =
        isOff(facts.evidence().heap())
            ? "heap profiles are switched off in the process (runtime.MemProfileRate is 0)"
            : "the sampling rate of heap profiles (runtime.MemProfileRate) changed during the run";
    return new Verdict.Inconclusive(
        0,
        List.of(problem),
        "set the rate once, first thing in main, or expose /metrics with"
            + " collectors.WithGoCollectorRuntimeMetrics, which tells the live heap without profiles",
        Duration.ZERO);
  }

  private static Verdict tooLittle(Facts facts) {
    List<String> reasons = new ArrayList<>();
    boolean isMissing = facts.liveHeap().points().count() == 0;
    reasons.add(
        isMissing
            ? "no heap profile and no live heap in the metrics"
            : "one collection of the live heap was seen: growth needs more");
    if (facts.goroutines().stream().noneMatch(GoroutinesPileUp::isSuspect)
        && facts.climbs().goroutines().points().count() > 1) {
      reasons.add("the goroutines do not surely grow");
    }
    return new Verdict.Inconclusive(
        0,
        reasons,
        isMissing
            ? "add heap profiles taken minutes apart, or watch the live service: --for 5m"
            : "watch for 5m: --for 5m, or profiles taken minutes apart (an idle service collects"
                + " every two minutes)",
        Duration.ofMinutes(5));
  }

  private static Verdict undecided(Facts facts) {
    Climb climb = facts.liveHeap();
    Duration window = Sentences.length(climb.points());
    long minutes = Math.max(2, Math.round(window.toSeconds() / 60.0 * climb.windowsNeeded()));
    Duration more = Duration.ofMinutes(minutes);
    return new Verdict.Inconclusive(
        Math.clamp(1 - climb.whole().chanceOfSlopeUpTo(0), 0, 0.99) / 2,
        List.of(
            "live heap " + Sentences.course(climb) + Sentences.source(facts.climbs()),
            reason(facts, climb)),
        "watch for " + Words.duration(more) + " to tell",
        more);
  }

  private static String reason(Facts facts, Climb climb) {
    if (climb.points().spanMillis() < Climb.SHORTEST_MILLIS) {
      return "that is seen over %s only"
          .formatted(Words.duration(Sentences.length(climb.points())));
    }
    if (climb.isFlat() && StaysLevel.isOpen(facts.climbs().goroutines())) {
      return "the live heap is level, but goroutines may grow: "
          + Sentences.countPerMinute(facts.climbs().goroutines().whole());
    }
    if (climb.isFlat() && StaysLevel.isOpen(facts.climbs().outsideGo())) {
      return "the live heap is level, but memory outside Go may grow: "
          + Sentences.perMinute(facts.climbs().outsideGo().whole());
    }
    if (climb.grows() && climb.slackens()) {
      return "the second half has %s, less than the whole: it may be filling up"
          .formatted(Sentences.perMinute(climb.late()));
    }
    if (climb.goesOn() && facts.activity().risesWith(climb)) {
      return "requests rise with it, so it may be load";
    }
    if (climb.goesOn() && climb.points().count() >= Climb.ENOUGH_OBSERVATIONS) {
      return "that it goes on is only %s sure".formatted(Words.percent(climb.confidence()));
    }
    if (climb.goesOn()) {
      return "%d observations of the live heap are too few to be sure; %d would do"
          .formatted(climb.points().count(), Climb.ENOUGH_OBSERVATIONS);
    }
    if (climb.grows()) {
      return "the second half alone leaves open whether it goes on: "
          + Sentences.perMinute(climb.late());
    }
    return climb.whole().growth().isCertain()
        ? "that is less than would be sure, or worth acting on"
        : "no growth and growth are both within the interval";
  }
}
