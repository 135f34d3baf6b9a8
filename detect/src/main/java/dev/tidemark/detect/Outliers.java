package dev.tidemark.detect;

import java.util.Arrays;

/**
 * Draws in what lies far off a line: a collection that ends while a large answer is under way marks
 * it too, and one such spike would widen every interval. The line is that of Theil and Sen (Sen,
 * JASA 1968), which a third of the points can't move; what is further from it than the normal
 * distribution would have one in four hundred is moved to that distance (Huber's clipping).
 */
final class Outliers {
  private static final double REACH = 3;
  private static final double DEVIATION_OF_MEDIAN = 1.4826;
  private static final int FEWEST = 6;

  private Outliers() {}

  /**
   * @param least deviation below which nothing is an outlier, so that readings which are all but
   *     equal are left alone
   */
  static double[] drawnIn(double[] minutes, double[] values, double least) {
    int count = values.length;
    if (count < FEWEST) {
      return values;
    }
    double slope = theilSen(minutes, values);
    double[] residuals = new double[count];
    for (int i = 0; i < count; i++) {
      residuals[i] = values[i] - slope * minutes[i];
    }
    double middle = median(residuals);
    double[] distances = new double[count];
    for (int i = 0; i < count; i++) {
      distances[i] = Math.abs(residuals[i] - middle);
    }
    double reach = REACH * Math.max(least, DEVIATION_OF_MEDIAN * median(distances));
    double[] drawn = new double[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = slope * minutes[i] + middle + Math.clamp(residuals[i] - middle, -reach, reach);
    }
    return drawn;
  }

  private static double theilSen(double[] minutes, double[] values) {
    double[] slopes = new double[values.length * (values.length - 1) / 2];
    int pairs = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        slopes[pairs++] = (values[j] - values[i]) / (minutes[j] - minutes[i]);
      }
    }
    return median(slopes);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
