package dev.tidemark.diagnose;

import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.Growth;
import dev.tidemark.detect.HeapSuspect;
import dev.tidemark.detect.Points;
import dev.tidemark.detect.Trend;
import dev.tidemark.series.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Comes to the verdict: the most specific kind whose argument holds, and {@code inconclusive} where
 * none does. What can only be one of several things is not called a leak.
 */
final class Judge {
  /** Goroutines a minute below which a change of their number is no leak. */
  static final double GOROUTINE_FLOOR = 4;

  /**
   * Bytes a minute: a Go process touches more and more of its binary and of what it mapped, and so
   * grows by half of that outside its heap for minutes after its start.
   */
  static final double OUTSIDE_FLOOR = 1 << 20;

  private static final double SMALLEST_HEAP_FLOOR = 128 * 1024;
  private static final double HEAP_FLOOR_SHARE = 0.01;
  private static final double ENOUGH_CONFIDENCE = 0.9;

  private final Evidence evidence;
  private final Climbs climbs;
  private final List<HeapSuspect> heap;
  private final List<GoroutineSuspect> goroutines;

  Judge(
      Evidence evidence, Climbs climbs, List<HeapSuspect> heap, List<GoroutineSuspect> goroutines) {
    this.evidence = evidence;
    this.climbs = climbs;
    this.heap = heap;
    this.goroutines = goroutines;
  }

  /**
   * Growth of live bytes per minute below which nothing needs action: 1% of it, at least 128 KiB.
   */
  static double heapFloor(double liveBytes) {
    return Math.max(SMALLEST_HEAP_FLOOR, HEAP_FLOOR_SHARE * liveBytes);
  }

  /** A group whose number surely rises, in the second half too. */
  static boolean isSuspect(GoroutineSuspect suspect) {
    return suspect.count().growth().isCertain()
        && suspect.count().slope() > GOROUTINE_FLOOR / 2
        && suspect.late().isKnown()
        && suspect.late().slope() > suspect.count().slope() / 2
        && suspect.late().chanceOfSlopeUpTo(0) < 0.1;
  }

  Verdict verdict() {
    Climb goroutineClimb = climbs.goroutines();
    Climb liveHeap = climbs.liveHeap();
    if (goroutineClimb.goesOn()
        && goroutines.stream().anyMatch(Judge::isSuspect)
        && goroutineClimb.confidence() >= ENOUGH_CONFIDENCE) {
      return goroutineLeak(goroutineClimb);
    }
    if (liveHeap.goesOn() && liveHeap.confidence() >= ENOUGH_CONFIDENCE && !followsRequests()) {
      return leak(liveHeap);
    }
    Climb outside = climbs.outsideGo();
    if (outside.goesOn()
        && outside.confidence() >= ENOUGH_CONFIDENCE
        && liveHeap.whole().isKnown()
        && outside.whole().growth().low() > outside.floor()
        && outside.whole().slope() > 4 * Math.max(0, liveHeap.whole().slope())) {
      return outsideHeap(outside);
    }
    if (liveHeap.isFlat()
        && !outside.goesOn()
        && (goroutineClimb.points().count() == 0 || !goroutineClimb.grows())) {
      return steady(liveHeap);
    }
    return inconclusive(liveHeap);
  }

  private Verdict leak(Climb climb) {
    List<String> reasons = new ArrayList<>();
    reasons.add("live heap " + sentence(climb) + where());
    reasons.add("it goes on: the second half has " + perMinute(climb.late()));
    String next = limitSentence(climb);
    if (!heap.isEmpty() && heap.getFirst().bytes().growth().isCertain()) {
      reasons.add(
          "most surely at "
              + heap.getFirst().site().frame()
              + ", "
              + perMinute(heap.getFirst().bytes()));
    } else {
      next +=
          (next.isEmpty() ? "" : "; ")
              + "watch longer to tell which site: each is within sampling noise";
    }
    return new Verdict.Leak(climb.confidence(), reasons, next);
  }

  private Verdict goroutineLeak(Climb climb) {
    GoroutineSuspect first = goroutines.stream().filter(Judge::isSuspect).findFirst().orElseThrow();
    Growth growth = climb.whole().growth();
    List<String> reasons = new ArrayList<>();
    reasons.add(
        "goroutines %s → %s, %s"
            .formatted(
                Words.count(climb.points().first()),
                Words.count(climb.points().last()),
                Words.countPerMinute(growth.estimate(), growth.low(), growth.high())));
    reasons.add(
        "%s → %s of them stand at %s%s"
            .formatted(
                Words.count(first.first()),
                Words.count(first.last()),
                first.site().frame(),
                first.waitsFor().isEmpty() ? "" : ", waiting: " + first.waitsFor()));
    return new Verdict.GoroutineLeak(climb.confidence(), reasons, "");
  }

  private Verdict outsideHeap(Climb climb) {
    return new Verdict.OutsideHeap(
        climb.confidence(),
        List.of(
            "resident memory that Go does not account for " + sentence(climb),
            "the live heap does not: " + perMinute(climbs.liveHeap().whole())),
        "look at cgo allocations and mmap; a Go heap profile can't show them");
  }

  private Verdict steady(Climb climb) {
    return new Verdict.Steady(
        climb.confidenceOfFlat(),
        List.of(
            "live heap %s; growth above %s/min is ruled out"
                .formatted(sentence(climb), Words.bytes(climb.floor()))),
        "");
  }

  private Verdict inconclusive(Climb climb) {
    List<String> reasons = new ArrayList<>();
    Duration window = windowLength(climb.points());
    if (climb.points().count() < 2) {
      boolean isMissing = climb.points().count() == 0;
      reasons.add(
          isMissing
              ? "no heap profile and no live heap in the metrics"
              : "one collection of the live heap was seen: growth needs more");
      if (goroutines.stream().noneMatch(Judge::isSuspect)
          && climbs.goroutines().points().count() > 1) {
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
    reasons.add("live heap " + sentence(climb) + where());
    if (climb.surelySlackens()) {
      reasons.add(
          "it grows, but slackens: the second half has "
              + perMinute(climb.late())
              + ", as a cache that fills or a load that passes has");
    } else if (climb.whole().slope() > climb.floor() && climb.slackens()) {
      reasons.add(
          "the second half has %s, less than the whole: it may be filling up"
              .formatted(perMinute(climb.late())));
    } else if (climb.goesOn() && followsRequests()) {
      reasons.add("requests rise with it, so it may be load");
    } else if (climb.goesOn()) {
      reasons.add(
          "%d observations of the live heap are too few to be sure; %d would do"
              .formatted(climb.points().count(), Climb.ENOUGH_OBSERVATIONS));
    } else if (climb.grows()) {
      reasons.add(
          "the second half alone leaves open whether it goes on: " + perMinute(climb.late()));
    } else if (climb.whole().growth().isCertain()) {
      reasons.add("that is less than would be sure, or worth acting on");
    } else {
      reasons.add("no growth and growth are both within the interval");
    }
    long minutes = Math.max(2, Math.round(window.toSeconds() / 60.0 * climb.windowsNeeded()));
    Duration more = Duration.ofMinutes(minutes);
    return new Verdict.Inconclusive(
        Math.clamp(1 - climb.whole().chanceOfSlopeUpTo(0), 0, 0.99) / 2,
        reasons,
        "watch for " + Words.duration(more) + " to tell",
        more);
  }

  private static Duration windowLength(Points points) {
    return points.count() < 2
        ? Duration.ZERO
        : Duration.ofMillis(points.timesMillis()[points.count() - 1] - points.timesMillis()[0]);
  }

  /** Requests rise by a share like that of the heap, so that growth may be load. */
  private boolean followsRequests() {
    Points rate = evidence.metrics().ratePerMinute(Quantity.REQUESTS);
    Points live = climbs.liveHeap().points();
    if (rate.count() < 4 || live.count() < 2) {
      return false;
    }
    Trend trend = rate.trend();
    double middle = (rate.smallest() + rate.largest()) / 2;
    double heapMiddle = (live.smallest() + live.largest()) / 2;
    return trend.chanceOfSlopeUpTo(0) < 0.025
        && trend.slope() / middle > 0.5 * climbs.liveHeap().whole().slope() / heapMiddle;
  }

  private String where() {
    return climbs.marked() ? ", as the collector marked it" : ", as heap profiles sampled it";
  }

  private static String sentence(Climb climb) {
    return "%s over %s, %s"
        .formatted(
            Words.bytesFromTo(climb.points().first(), climb.points().last()),
            Words.duration(windowLength(climb.points())),
            perMinute(climb.whole()));
  }

  private static String perMinute(Trend trend) {
    Growth growth = trend.growth();
    return Words.bytesPerMinute(growth.estimate(), growth.low(), growth.high());
  }

  private String limitSentence(Climb climb) {
    Points limits = evidence.metrics().of(Quantity.MEMORY_LIMIT);
    // Without GOMEMLIMIT the runtime reports the largest number there is.
    if (limits.count() == 0 || limits.last() > 1L << 50) {
      return "";
    }
    Growth growth = climb.whole().growth();
    double room = limits.last() - climb.points().last();
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
