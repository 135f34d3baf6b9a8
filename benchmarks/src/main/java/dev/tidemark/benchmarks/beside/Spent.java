package dev.tidemark.benchmarks.beside;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one operation, or one run of a command, took. For an operation {@code bytes} are those it
 * allocated, for a command its largest resident set.
 */
record Spent(double cpuMillis, double wallMillis, long bytes) {
  /** The median of each, for one disturbed round must not move the figure. */
  static Spent median(List<Spent> rounds) {
    return new Spent(
        median(rounds, Spent::cpuMillis),
        median(rounds, Spent::wallMillis),
        (long) median(rounds, Spent::bytes));
  }

  Spent each(int count) {
    return new Spent(cpuMillis / count, wallMillis / count, bytes / count);
  }

  private static double median(List<Spent> rounds, ToDoubleFunction<Spent> of) {
    double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
