package dev.tidemark.diagnose;

import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.HeapSuspect;
import dev.tidemark.diagnose.argument.Climb;
import dev.tidemark.diagnose.shape.GoroutineSighting;
import dev.tidemark.diagnose.shape.HeapSighting;
import dev.tidemark.diagnose.shape.Shapes;
import dev.tidemark.diagnose.shape.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** Makes cases of suspects: those of the verdict's kind first, ranks running through. */
final class Cases {
  private final Verdict verdict;
  private final Surroundings around;
  private final double heapGrowth;
  private final double goroutineGrowth;

  /**
   * @param liveHeap growth of which cases are shares
   * @param around all suspects, and what else is known of the process
   */
  Cases(Verdict verdict, Climb liveHeap, Surroundings around) {
    this.verdict = verdict;
    this.around = around;
    double rising = around.heap().stream().mapToDouble(s -> Math.max(0, s.bytes().slope())).sum();
    // Of the heap's growth where that is sure, and else of all that may grow.
    boolean isSure = liveHeap.whole().growth().isCertain();
    heapGrowth = isSure ? liveHeap.whole().slope() : rising;
    goroutineGrowth =
        around.goroutines().stream().mapToDouble(s -> Math.max(0, s.count().slope())).sum();
  }

  List<Case> of(List<HeapSuspect> heap, List<GoroutineSuspect> goroutines) {
    List<Case> cases = new ArrayList<>();
    boolean goroutinesFirst = verdict instanceof Verdict.GoroutineLeak;
    if (goroutinesFirst) {
      addGoroutines(cases, goroutines);
    }
    addHeap(cases, heap);
    if (!goroutinesFirst) {
      addGoroutines(cases, goroutines);
    }
    return cases;
  }

  private void addHeap(List<Case> cases, List<HeapSuspect> suspects) {
    for (HeapSuspect suspect : suspects) {
      List<KnownShape> seen =
          callsForAction() ? Shapes.of(new HeapSighting(suspect, around)) : List.of();
      boolean isSure = growsSurely(suspect);
      boolean isUnknown = isSure && seen.isEmpty() && callsForAction();
      cases.add(
          new Case(
              cases.size() + 1,
              suspect.site(),
              suspect.stack(),
              new CaseGrowth.OfHeap(suspect.bytes().growth(), suspect.objects().growth()),
              share(suspect.bytes().slope(), heapGrowth),
              suspect.live().points(),
              isSure ? seen : List.of(),
              isUnknown
                  ? Hints.ofUnknown(suspect, around)
                  : Hints.of(suspect, around, isSure ? List.of() : seen),
              List.of()));
    }
  }

  private void addGoroutines(List<Case> cases, List<GoroutineSuspect> suspects) {
    for (GoroutineSuspect suspect : suspects) {
      cases.add(
          new Case(
              cases.size() + 1,
              suspect.site(),
              suspect.group().stack(),
              new CaseGrowth.OfGoroutines(suspect.count().growth()),
              share(suspect.count().slope(), goroutineGrowth),
              suspect.points(),
              callsForAction() ? Shapes.of(new GoroutineSighting(suspect, around)) : List.of(),
              Hints.of(suspect),
              List.of()));
    }
  }

  /** A fix would contradict a verdict by which nothing needs fixing. */
  private boolean callsForAction() {
    return switch (verdict) {
      case Verdict.Leak _, Verdict.GoroutineLeak _, Verdict.OutsideHeap _, Verdict.Inconclusive _ ->
          true;
      case Verdict.Flood _,
          Verdict.WarmUp _,
          Verdict.Load _,
          Verdict.HighWater _,
          Verdict.Steady _ ->
          false;
    };
  }

  /** By itself, or as the leader of a heap that surely grows. */
  private boolean growsSurely(HeapSuspect suspect) {
    return suspect.bytes().growth().isCertain()
        || verdict instanceof Verdict.Leak && suspect.bytes().slope() > 0;
  }

  private static double share(double part, double whole) {
    return whole <= 0 ? 0 : Math.clamp(part / whole, 0, 1);
  }
}
