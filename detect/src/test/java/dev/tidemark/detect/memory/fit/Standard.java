package dev.tidemark.detect.memory.fit;

import dev.tidemark.detect.memory.Looks;
import java.util.Arrays;
import java.util.List;

/**
 * The mean and the deviation of each term, by which terms are made alike: descent is slow where
 * they are of different sizes. The first term is always 1 and stays so.
 */
record Standard(double[] means, double[] deviations) {
  /** Of a term that hardly varies. */
  private static final double LEAST_DEVIATION = 1e-3;

  /** Leaves terms as they are. */
  static Standard none() {
    double[] ones = new double[Looks.TERMS];
    Arrays.fill(ones, 1);
    return new Standard(new double[Looks.TERMS], ones);
  }

  static Standard of(List<Example> examples) {
    double[] means = new double[Looks.TERMS];
    double[] deviations = new double[Looks.TERMS];
    deviations[0] = 1;
    long count = examples.stream().mapToLong(Example::size).sum();
    for (int term = 1; term < Looks.TERMS; term++) {
      double sum = 0;
      double squares = 0;
      for (Example example : examples) {
        for (float value : example.terms()[term]) {
          sum += value;
          squares += (double) value * value;
        }
      }
      double mean = sum / count;
      means[term] = mean;
      deviations[term] = Math.sqrt(Math.max(0, squares / count - mean * mean)) + LEAST_DEVIATION;
    }
    return new Standard(means, deviations);
  }

  /** Makes the terms of an example alike, in place: they are gigabytes. */
  void apply(Example example) {
    for (int term = 1; term < Looks.TERMS; term++) {
      float[] column = example.terms()[term];
      for (int row = 0; row < column.length; row++) {
        column[row] = (float) ((column[row] - means[term]) / deviations[term]);
      }
    }
  }

  /** Weights for the terms as they are, that sum to the same as these do for terms made alike. */
  double[] undone(double[] weights) {
    double[] undone = weights.clone();
    for (int term = 1; term < Looks.TERMS; term++) {
      undone[term] = weights[term] / deviations[term];
      undone[0] -= undone[term] * means[term];
    }
    return undone;
  }
}
