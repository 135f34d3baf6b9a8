package dev.tidemark.detect.memory.fit;

import dev.tidemark.detect.memory.Looks;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What {@code Evidence} computes, in the form in which it can be fitted: a sum of weighted terms,
 * and further such sums that count above zero only, each with a factor.
 *
 * @param hidden number of further sums
 * @param weights of the sum; then of each further sum and, behind them, its factor
 */
record Network(int hidden, double[] weights) {
  private static final int TERMS = Looks.TERMS;
  private static final double FIRST_DEVIATION = 0.15;

  /** Evidence starts below the threshold: most windows are of no leak. */
  private static final double FIRST_EVIDENCE = -2;

  Network {
    if (weights.length != TERMS + hidden * (TERMS + 1)) {
      throw new IllegalArgumentException(
          "%d weights for %d further sums".formatted(weights.length, hidden));
    }
  }

  /** A network to begin with: no sum knows anything, and no two are alike. */
  static Network random(int hidden, RandomGenerator random) {
    double[] weights = new double[TERMS + hidden * (TERMS + 1)];
    for (int i = TERMS; i < weights.length; i++) {
      weights[i] = random.nextGaussian() * FIRST_DEVIATION;
    }
    weights[0] = FIRST_EVIDENCE;
    return new Network(hidden, weights);
  }

  /** The one that the detector has now, for terms as they are. */
  static Network current() {
    double[][] speakFor = Looks.speakFor();
    double[][] against = Looks.speakAgainst();
    int hidden = speakFor.length + against.length;
    double[] weights = Arrays.copyOf(Looks.sum(), TERMS + hidden * (TERMS + 1));
    for (int sum = 0; sum < hidden; sum++) {
      boolean isFor = sum < speakFor.length;
      double[] further = isFor ? speakFor[sum] : against[sum - speakFor.length];
      System.arraycopy(further, 0, weights, from(sum), TERMS);
      weights[from(sum) + TERMS] = isFor ? 1 : -1;
    }
    return new Network(hidden, weights);
  }

  /** The mean of networks is one as large as all of them, and errs less than any. */
  static Network mean(List<Network> networks) {
    int hidden = networks.stream().mapToInt(Network::hidden).sum();
    double[] weights = new double[TERMS + hidden * (TERMS + 1)];
    int at = TERMS;
    for (Network network : networks) {
      for (int term = 0; term < TERMS; term++) {
        weights[term] += network.weights[term] / networks.size();
      }
      for (int sum = 0; sum < network.hidden; sum++) {
        int from = from(sum);
        System.arraycopy(network.weights, from, weights, at, TERMS);
        weights[at + TERMS] = network.weights[from + TERMS] / networks.size();
        at += TERMS + 1;
      }
    }
    return new Network(hidden, weights);
  }

  /** The same with so much taken off all evidence. */
  Network lowered(double threshold) {
    double[] lowered = weights.clone();
    lowered[0] -= threshold;
    return new Network(hidden, lowered);
  }

  /** Where the weights of a further sum begin; its factor is {@code TERMS} behind. */
  static int from(int sum) {
    return TERMS + sum * (TERMS + 1);
  }

  /** The evidence of each window of an example. */
  float[] evidence(Example example) {
    float[] evidence = new float[example.size()];
    addSum(0, example, evidence);
    float[] further = new float[example.size()];
    for (int sum = 0; sum < hidden; sum++) {
      Arrays.fill(further, 0);
      addSum(from(sum), example, further);
      float factor = (float) weights[from(sum) + TERMS];
      for (int row = 0; row < evidence.length; row++) {
        evidence[row] += factor * Math.max(0, further[row]);
      }
    }
    return evidence;
  }

  private void addSum(int from, Example example, float[] sums) {
    for (int term = 0; term < TERMS; term++) {
      float weight = (float) weights[from + term];
      float[] column = example.terms()[term];
      for (int row = 0; row < sums.length; row++) {
        sums[row] += weight * column[row];
      }
    }
  }

  /** Adds, for one window, the gradient of its evidence times a factor. */
  void addGradient(Example example, int row, double factor, double[] gradient) {
    for (int term = 0; term < TERMS; term++) {
      gradient[term] += factor * example.terms()[term][row];
    }
    for (int sum = 0; sum < hidden; sum++) {
      int from = from(sum);
      double value = 0;
      for (int term = 0; term < TERMS; term++) {
        value += weights[from + term] * example.terms()[term][row];
      }
      if (value > 0) {
        gradient[from + TERMS] += factor * value;
        double inner = factor * weights[from + TERMS];
        for (int term = 0; term < TERMS; term++) {
          gradient[from + term] += inner * example.terms()[term][row];
        }
      }
    }
  }
}
