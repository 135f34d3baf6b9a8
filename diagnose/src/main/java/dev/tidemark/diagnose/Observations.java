package dev.tidemark.diagnose;

import dev.tidemark.detect.GoroutineHistory;
import dev.tidemark.detect.Growth;
import dev.tidemark.detect.HeapHistory;
import dev.tidemark.detect.MetricsHistory;
import dev.tidemark.detect.Points;
import dev.tidemark.detect.Trend;
import dev.tidemark.diagnose.argument.Climb;
import dev.tidemark.diagnose.argument.Climbs;
import dev.tidemark.series.Quantity;
import java.util.ArrayList;
import java.util.List;

/** What is seen beside the verdict and worth reading with it, each with its numbers. */
final class Observations {
  private static final double MANY_WAITING = 100;
  private static final double MANY_THREADS = 10;
  private static final double WORTH_TELLING = 1 << 20;
  private static final double FLOOD_TURNOVER = 1.5;

  private final Evidence evidence;
  private final Verdict verdict;
  private final Climbs climbs;
  private final List<Observation> found;

  private Observations(Evidence evidence, Verdict verdict, Climbs climbs) {
    this.evidence = evidence;
    this.verdict = verdict;
    this.climbs = climbs;
    found = new ArrayList<>(evidence.notes());
  }

  static List<Observation> of(Evidence evidence, Verdict verdict, Climbs climbs) {
    Observations observations = new Observations(evidence, verdict, climbs);
    observations.proven();
    observations.otherGrowth();
    observations.flood();
    observations.queue("finalizer", Quantity.FINALIZERS_QUEUED, Quantity.FINALIZERS_EXECUTED);
    observations.queue("cleanup", Quantity.CLEANUPS_QUEUED, Quantity.CLEANUPS_EXECUTED);
    observations.threads();
    observations.oldTimers();
    observations.unusedHeap();
    observations.pageCache();
    observations.forcedCollections();
    observations.sampling();
    return observations.found;
  }

  private void proven() {
    GoroutineHistory proven = evidence.provenLeaks();
    if (proven.count() > 0 && proven.observations().getLast().total() > 0) {
      add(
          "proven-leak",
          "the Go runtime itself found %s goroutines that nothing can wake any more",
          Words.count(proven.observations().getLast().total()));
    }
  }

  private void otherGrowth() {
    if (verdict instanceof Verdict.GoroutineLeak) {
      eachGoroutine();
      if (climbs.liveHeap().grows()) {
        Growth growth = climbs.liveHeap().whole().growth();
        add(
            "leak",
            "live heap grows beside it, %s: mostly what those goroutines hold",
            Words.bytesPerMinute(growth.estimate(), growth.low(), growth.high()));
      }
    } else if (climbs.goroutines().points().count() > 1) {
      Points totals = climbs.goroutines().points();
      boolean isRuledOut = climbs.goroutines().isRuledOut();
      add(
          "goroutines",
          "goroutines %s → %s: "
              + (isRuledOut ? "not a goroutine leak" : "whether goroutines leak is open"),
          Words.count(totals.first()),
          Words.count(totals.last()));
    }
    residentGrowth();
  }

  /** Who watches resident memory wants to know why nothing is made of it. */
  private void residentGrowth() {
    Climb resident = Climb.of(evidence.metrics().of(Quantity.RESIDENT_MEMORY), 0);
    if (verdict instanceof Verdict.Steady && resident.whole().growth().isCertain()) {
      Growth growth = resident.whole().growth();
      add(
          "resident",
          "resident memory grows, %s, and the live heap does not: pages touched for the first time,"
              + " or freed and not yet given back",
          Words.bytesPerMinute(growth.estimate(), growth.low(), growth.high()));
    }
  }

  /** Stacks are not in the live heap: what a goroutine stands for is both. */
  private void eachGoroutine() {
    double goroutines = climbs.goroutines().whole().slope();
    Trend stacks = evidence.metrics().of(Quantity.STACK_IN_USE).trend();
    Trend heap = climbs.liveHeap().whole();
    if (goroutines > 0 && stacks.isKnown() && heap.isKnown()) {
      double ofStack = Math.max(0, stacks.slope()) / goroutines;
      double ofHeap = Math.max(0, heap.slope()) / goroutines;
      add(
          "goroutine-memory",
          "each of those goroutines stands for some %s: %s of stack, %s of live heap",
          Words.bytes(ofStack + ofHeap),
          Words.bytes(ofStack),
          Words.bytes(ofHeap));
    }
  }

  /** A leak under a flood is both. */
  private void flood() {
    Climb liveHeap = climbs.liveHeap();
    Points allocated = evidence.metrics().ratePerMinute(Quantity.ALLOCATED);
    if (verdict instanceof Verdict.Flood
        || allocated.count() < 3
        || liveHeap.points().count() == 0) {
      return;
    }
    double perSecond = allocated.last() / 60;
    if (perSecond > FLOOD_TURNOVER * liveHeap.points().last()) {
      add(
          "flood",
          "%s/s are allocated, half as much again as is live each second: one collection follows"
              + " the other",
          Words.bytes(perSecond));
    }
  }

  /** One finalizer that blocks holds up all others, and what they would have let go. */
  private void queue(String what, Quantity queued, Quantity executed) {
    Points waiting = evidence.metrics().difference(queued, executed);
    if (waiting.count() > 1
        && waiting.last() > MANY_WAITING
        && waiting.last() > 2 * waiting.first()) {
      add(
          what + "-queue",
          "%ss wait to run, %s → %s: one of them may block, and all wait behind it",
          what,
          Words.count(waiting.first()),
          Words.count(waiting.last()));
    }
  }

  private void threads() {
    Points threads = evidence.metrics().of(Quantity.THREADS);
    if (threads.count() > 1 && threads.last() - threads.first() >= MANY_THREADS) {
      add(
          "threads",
          "threads %s → %s: calls that block outside Go; they are never given back",
          Words.count(threads.first()),
          Words.count(threads.last()));
    }
  }

  private void oldTimers() {
    Points events = evidence.metrics().of(Quantity.OLD_TIMERS);
    if (events.count() > 0 && events.last() > 0) {
      add(
          "old-timers",
          "the process runs with the timers of Go before 1.23 (asynctimerchan=1): what is not"
              + " stopped is kept until it fires");
    }
  }

  /** Resident memory that rises because Go holds on to free or unused heap is no leak of Go's. */
  private void unusedHeap() {
    MetricsHistory metrics = evidence.metrics();
    for (Quantity quantity : List.of(Quantity.UNUSED_HEAP, Quantity.FREE_HEAP)) {
      Climb climb = Climb.of(metrics.of(quantity), WORTH_TELLING);
      if (climb.grows()) {
        Growth growth = climb.whole().growth();
        add(
            quantity == Quantity.UNUSED_HEAP ? "fragmentation" : "free-heap",
            quantity == Quantity.UNUSED_HEAP
                ? "heap reserved for objects that are not there grows, %s: fragmentation, which"
                    + " raises resident memory and not the live heap"
                : "free heap that is not yet given back grows, %s: it raises resident memory and"
                    + " not the live heap",
            Words.bytesPerMinute(growth.estimate(), growth.low(), growth.high()));
      }
    }
  }

  private void pageCache() {
    Climb cache = Climb.of(evidence.metrics().of(Quantity.CONTAINER_PAGE_CACHE), WORTH_TELLING);
    if (cache.grows()) {
      Growth growth = cache.whole().growth();
      add(
          "page-cache",
          "the container's page cache grows, %s: files it reads and writes, given back when memory"
              + " is short",
          Words.bytesPerMinute(growth.estimate(), growth.low(), growth.high()));
    }
  }

  private void forcedCollections() {
    Points forced = evidence.metrics().of(Quantity.FORCED_COLLECTIONS);
    if (forced.count() > 1 && forced.last() > forced.first()) {
      add(
          "forced-collections",
          "%s forced meanwhile: each leaves a stair in the live heap",
          forced.last() - forced.first() == 1
              ? "one collection was"
              : Words.count(forced.last() - forced.first()) + " collections were");
    }
  }

  private void sampling() {
    HeapHistory heap = evidence.heap();
    if (heap.seen() > heap.count() && heap.count() > 0) {
      add(
          "repeated",
          "%d heap profiles show %d %s; repeated ones count once",
          heap.seen(),
          heap.count(),
          heap.count() == 1 ? "collection" : "collections");
    }
    if (!heap.isSampledAlike()) {
      add(
          "sampling-changed",
          "heap profiles of different sampling rates: what they say of sites can't be compared");
    }
  }

  private void add(String kind, String text, Object... values) {
    found.add(new Observation(kind, values.length == 0 ? text : text.formatted(values)));
  }
}
