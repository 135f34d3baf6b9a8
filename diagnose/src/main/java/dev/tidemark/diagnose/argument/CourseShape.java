package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.Points;
import java.util.Arrays;

/**
 * The course of a quantity in a few numbers.
 *
 * @param start typical value of the first tenth
 * @param peak the highest of all
 * @param peakAt when that was, as a share of the window
 * @param rest typical value of the last third
 * @param restScatter how far the last third scatters around that, at most
 */
record CourseShape(double start, double peak, double peakAt, double rest, double restScatter) {
  static CourseShape of(Points points) {
    double[] values = points.values();
    int count = values.length;
    int top = 0;
    for (int i = 1; i < count; i++) {
      top = values[i] > values[top] ? i : top;
    }
    double start = median(Arrays.copyOf(values, Math.min(count, Math.max(2, count / 10))));
    double[] late = points.after(2.0 / 3).values();
    double rest = median(late);
    double scatter = 0;
    for (double value : late) {
      scatter = Math.max(scatter, Math.abs(value - rest));
    }
    double at =
        points.spanMillis() == 0
            ? 0
            : (points.timesMillis()[top] - points.timesMillis()[0]) / (double) points.spanMillis();
    return new CourseShape(start, values[top], at, rest, scatter);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
