package dev.tidemark.diagnose;

import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.HeapSuspect;
import dev.tidemark.detect.HeapSuspects;
import java.util.ArrayList;
import java.util.List;

/** Makes cases of suspects: those of the verdict's kind first, ranks running through. */
final class Cases {
  private final double heapGrowth;
  private final double goroutineGrowth;

  Cases(HeapSuspects heap, List<HeapSuspect> heapRanked, List<GoroutineSuspect> goroutines) {
    double rising = heapRanked.stream().mapToDouble(s -> Math.max(0, s.bytes().slope())).sum();
    // Of the net growth, unless shrinking sites make that smaller than what single sites grow by.
    heapGrowth = Math.max(heap.total().trend().slope(), rising / 2);
    goroutineGrowth = goroutines.stream().mapToDouble(s -> Math.max(0, s.count().slope())).sum();
  }

  List<Case> of(Verdict verdict, List<HeapSuspect> heap, List<GoroutineSuspect> goroutines) {
    List<Case> cases = new ArrayList<>();
    boolean goroutinesFirst = verdict instanceof Verdict.GoroutineLeak;
    if (goroutinesFirst) {
      addGoroutines(cases, goroutines);
    }
    for (HeapSuspect suspect : heap) {
      cases.add(
          new Case(
              cases.size() + 1,
              suspect.site(),
              suspect.stack(),
              new CaseGrowth.OfHeap(suspect.bytes().growth(), suspect.objects().growth()),
              share(suspect.bytes().slope(), heapGrowth),
              suspect.live().points(),
              List.of(),
              Hints.of(suspect)));
    }
    if (!goroutinesFirst) {
      addGoroutines(cases, goroutines);
    }
    return cases;
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
              List.of(),
              Hints.of(suspect)));
    }
  }

  private static double share(double part, double whole) {
    return whole <= 0 ? 0 : Math.clamp(part / whole, 0, 1);
  }
}
