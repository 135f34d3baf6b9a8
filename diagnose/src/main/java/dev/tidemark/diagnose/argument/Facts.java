package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.HeapSuspect;
import dev.tidemark.diagnose.Evidence;
import java.util.List;

/**
 * What was measured of one process.
 *
 * @param activity what the process was asked to do
 * @param heap allocation sites, ranked
 * @param goroutines goroutine groups, ranked
 */
public record Facts(
    Evidence evidence,
    Climbs climbs,
    Activity activity,
    List<HeapSuspect> heap,
    List<GoroutineSuspect> goroutines) {
  public Facts {
    heap = List.copyOf(heap);
    goroutines = List.copyOf(goroutines);
  }

  public static Facts of(
      Evidence evidence, Climbs climbs, List<HeapSuspect> heap, List<GoroutineSuspect> goroutines) {
    return new Facts(evidence, climbs, Activity.of(evidence), heap, goroutines);
  }

  Climb liveHeap() {
    return climbs.liveHeap();
  }
}
