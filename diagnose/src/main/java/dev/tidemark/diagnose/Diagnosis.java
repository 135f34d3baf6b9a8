package dev.tidemark.diagnose;

import dev.tidemark.detect.Counts;
import dev.tidemark.detect.Course;
import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.Growth;
import dev.tidemark.detect.HeapSuspect;
import dev.tidemark.detect.HeapSuspects;
import dev.tidemark.detect.KeyPath;
import dev.tidemark.detect.MetricsHistory;
import dev.tidemark.detect.Points;
import dev.tidemark.detect.Site;
import dev.tidemark.diagnose.argument.Climb;
import dev.tidemark.diagnose.argument.Climbs;
import dev.tidemark.diagnose.argument.Facts;
import dev.tidemark.diagnose.argument.Floors;
import dev.tidemark.diagnose.argument.GoroutinesPileUp;
import dev.tidemark.diagnose.argument.Judge;
import dev.tidemark.diagnose.shape.Surroundings;
import dev.tidemark.diagnose.shape.Waits;
import dev.tidemark.profile.Frame;
import dev.tidemark.series.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * From the evidence of one process to its report: measures what grows, ranks suspects, and asks the
 * judges in order for a verdict.
 */
public final class Diagnosis {
  private static final int MOST_CASES = 10;
  private static final int MOST_GROUPS = 20;
  private static final double ONE_AMONG_MANY = 0.001;

  /** From so many on, what the collector marked is told rather than what profiles sampled. */
  private static final int ENOUGH_MARKED = 4;

  private final Function<List<Frame>, Site> siteOf;
  private final List<KeyPath> paths;

  /**
   * @param siteOf the frame of a stack (leaf first) that names its allocation
   */
  public Diagnosis(Function<List<Frame>, Site> siteOf) {
    this(siteOf, List.of());
  }

  /**
   * @param siteOf the frame of a stack (leaf first) that names its allocation
   * @param paths to tell growth along
   */
  public Diagnosis(Function<List<Frame>, Site> siteOf, List<KeyPath> paths) {
    this.siteOf = siteOf;
    this.paths = List.copyOf(paths);
  }

  public Report report(Evidence evidence) {
    HeapSuspects heap = new HeapSuspects(evidence.heap(), siteOf);
    List<HeapSuspect> heapRanked = heap.ranked();
    List<GoroutineSuspect> goroutinesRanked = evidence.goroutines().ranked(siteOf);
    Climbs climbs = climbs(evidence, heap);
    Verdict verdict = Judge.verdict(Facts.of(evidence, climbs, heapRanked, goroutinesRanked));
    List<GoroutineSuspect> goroutineCases = goroutineCases(evidence, goroutinesRanked, verdict);
    // Sampled at different rates, or not at all, sites can't be compared.
    boolean areComparable =
        evidence.heap().isSampledAlike() && evidence.heap().samplingPeriod() > 0;
    List<HeapSuspect> heapCases = areComparable ? heapCases(heapRanked, verdict) : List.of();
    List<Observation> observations = new ArrayList<>(Observations.of(evidence, verdict, climbs));
    GoroutinesAtRest.of(goroutinesRanked).ifPresent(observations::add);
    Surroundings around =
        new Surroundings(
            heapRanked,
            goroutinesRanked,
            new Waits(evidence.goroutines().observations(), evidence.heap().times()),
            evidence.metrics(),
            siteOf);
    List<Case> cases = new Cases(verdict, climbs.liveHeap(), around).of(heapCases, goroutineCases);
    return new Report(
        evidence.source(),
        window(evidence),
        verdict,
        measures(evidence, climbs),
        observations,
        cases,
        goroutineCounts(goroutinesRanked),
        Paths.of(paths, heap, evidence.goroutines()),
        new Remainder(
            heapRanked.size() - heapCases.size(),
            heap.together(heapRanked, heapCases).growth(),
            Math.max(0, goroutinesRanked.size() - goroutineCases.size())),
        evidence.unreadable(),
        Code.NONE);
  }

  /** Groups that grow; where the runtime proved a leak and none does, those it named. */
  private List<GoroutineSuspect> goroutineCases(
      Evidence evidence, List<GoroutineSuspect> ranked, Verdict verdict) {
    List<GoroutineSuspect> growing =
        ranked.stream().filter(GoroutinesPileUp::isSuspect).limit(MOST_CASES).toList();
    return growing.isEmpty() && verdict instanceof Verdict.GoroutineLeak
        ? evidence.provenLeaks().ranked(siteOf).stream()
            .sorted(Comparator.comparingLong(group -> -group.last()))
            .limit(MOST_CASES)
            .toList()
        : growing;
  }

  /** The largest groups, those that grow among them. */
  private static List<GoroutineCount> goroutineCounts(List<GoroutineSuspect> ranked) {
    return ranked.stream()
        .sorted(Comparator.comparingLong(group -> -Math.max(group.first(), group.last())))
        .limit(MOST_GROUPS)
        .map(group ->
            new GoroutineCount(
                group.site(),
                group.group().stack(),
                group.first(),
                group.last(),
                group.count().growth(),
                group.waitsFor(),
                group.longestWaitMinutes()))
        .toList();
  }

  private static List<HeapSuspect> heapCases(List<HeapSuspect> ranked, Verdict verdict) {
    boolean asksForSite =
        verdict instanceof Verdict.Leak || verdict instanceof Verdict.Inconclusive;
    // Of a thousand flat sites 25 lie above their 95% interval: in a heap that is level a site has
    // to stand out among them.
    boolean isLevel = verdict instanceof Verdict.Steady || verdict instanceof Verdict.Flood;
    double doubt = isLevel ? ONE_AMONG_MANY : 1;
    List<HeapSuspect> certain =
        ranked.stream()
            .filter(s -> s.bytes().growth().isCertain())
            .filter(s -> s.bytes().chanceOfSlopeUpTo(0) < doubt)
            .limit(MOST_CASES)
            .toList();
    // Where nothing is certain, the leaders are still what a person would look at first.
    return certain.isEmpty() && asksForSite
        ? ranked.stream()
            .filter(s -> s.bytes().isKnown() && s.bytes().slope() > 0)
            .filter(s -> s.site().choice() != Site.Choice.OBSERVER)
            .limit(3)
            .toList()
        : certain;
  }

  private static Climbs climbs(Evidence evidence, HeapSuspects heap) {
    Points marked = evidence.metrics().liveHeap();
    int profiles = evidence.heap().count();
    boolean isMarked = marked.count() >= ENOUGH_MARKED || marked.count() > profiles;
    Course live = isMarked ? marked : heap.total();
    Points goroutines = goroutines(evidence);
    Points outside = evidence.metrics().outsideGo();
    return new Climbs(
        Climb.of(live, Floors.ofLiveHeap(live.points())),
        Climb.of(new Counts(goroutines), Floors.ofGoroutines(goroutines)),
        Climb.of(outside, Floors.ofOutside(outside)),
        isMarked);
  }

  /** As profiles count them; where there are none, as the metrics do. */
  private static Points goroutines(Evidence evidence) {
    Points counted = evidence.goroutines().totals();
    return counted.count() > 1 ? counted : evidence.metrics().of(Quantity.GOROUTINES);
  }

  private static Window window(Evidence evidence) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Points points :
        List.of(
            evidence.heap().times(), evidence.goroutines().totals(), evidence.metrics().times())) {
      if (points.count() > 0) {
        from = Math.min(from, points.timesMillis()[0]);
        to = Math.max(to, points.timesMillis()[points.count() - 1]);
      }
    }
    // One look takes a profile of each kind; the kind that was taken most tells how many looks.
    int snapshots =
        Math.max(
            Math.max(evidence.heap().seen(), evidence.goroutines().totals().count()),
            evidence.metrics().count());
    return from > to ? new Window(0, 0, snapshots) : new Window(from, to, snapshots);
  }

  private static List<Measure> measures(Evidence evidence, Climbs climbs) {
    List<Measure> measures = new ArrayList<>();
    add(measures, "live heap", Measure.Unit.BYTES, climbs.liveHeap());
    add(measures, "goroutines", Measure.Unit.COUNT, climbs.goroutines());
    MetricsHistory metrics = evidence.metrics();
    Points resident = metrics.of(Quantity.RESIDENT_MEMORY);
    add(measures, "resident memory", Measure.Unit.BYTES, Climb.of(resident, 0));
    Points stacks = metrics.of(Quantity.STACK_IN_USE);
    add(measures, "goroutine stacks", Measure.Unit.BYTES, Climb.of(stacks, 0));
    add(measures, "memory outside Go", Measure.Unit.BYTES, climbs.outsideGo());
    return measures;
  }

  private static void add(List<Measure> measures, String name, Measure.Unit unit, Climb climb) {
    Points points = climb.points();
    if (points.count() > 0) {
      Growth growth = climb.whole().growth();
      measures.add(new Measure(name, unit, points, growth));
    }
  }
}
