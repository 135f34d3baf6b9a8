package dev.tidemark.diagnose.shape;

import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.detect.MetricsHistory;
import dev.tidemark.detect.Points;
import dev.tidemark.profile.frame.FunctionName;
import dev.tidemark.series.Quantity;
import java.util.List;

/** Finalizers and cleanups that wait to be run. */
record FinalizerQueue(MetricsHistory metrics, List<GoroutineSuspect> goroutines) {
  private static final double MANY_QUEUED = 100;

  /** How fast the queues grow, per minute; 0 where they do not back up. */
  double growthPerMinute() {
    return growth(Quantity.FINALIZERS_QUEUED, Quantity.FINALIZERS_EXECUTED)
        + growth(Quantity.CLEANUPS_QUEUED, Quantity.CLEANUPS_EXECUTED);
  }

  private double growth(Quantity queued, Quantity executed) {
    Points waiting = metrics.difference(queued, executed);
    return waiting.count() > 1
            && waiting.last() > MANY_QUEUED
            && waiting.last() > 2 * waiting.first()
        ? (waiting.last() - waiting.first()) * 60_000 / waiting.spanMillis()
        : 0;
  }

  /** The function in which the goroutine that runs finalizers waits; empty if it does not. */
  String stuckIn() {
    for (GoroutineSuspect suspect : goroutines) {
      if (isStuckFinalizer(new Stack(suspect.group().stack()))
          && suspect.longestWaitMinutes() > 0) {
        return FunctionName.parse(suspect.site().frame().function()).shortName();
      }
    }
    return "";
  }

  /** At rest it stands in the runtime. */
  private static boolean isStuckFinalizer(Stack stack) {
    return stack.endsWith("runtime.runFinalizers", "runtime.runfinq", "runtime.runCleanups")
        && !stack.frames().getFirst().function().startsWith("runtime.");
  }
}
