package dev.tidemark.detect.memory.fit;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How much evidence is enough: the least for which no more than a given share of harmless series
 * and no recorded one is taken for a leak. Set by series the fit has not seen, for those it has
 * seen look safer than they are.
 */
final class Threshold {
  /** Keeps the series that sets the threshold below it when evidence is rounded. */
  private static final double ROUNDING = 1e-2;

  private Threshold() {}

  static double of(Network network, List<Example> examples, double share) {
    double recorded =
        largest(network, examples, Label.Recorded.class).max().orElse(Double.NEGATIVE_INFINITY);
    double[] harmless = largest(network, examples, Label.Harmless.class).sorted().toArray();
    if (harmless.length == 0) {
      throw new IllegalArgumentException("no harmless series to set the threshold by");
    }
    int allowed = Math.min((int) Math.floor(share * harmless.length), harmless.length - 1);
    double threshold = Math.max(recorded, harmless[harmless.length - 1 - allowed]) + ROUNDING;
    if (!Double.isFinite(threshold)) {
      throw new IllegalArgumentException("too few harmless series that are looked at at all");
    }
    return threshold;
  }

  private static DoubleStream largest(
      Network network, List<Example> examples, Class<? extends Label> kind) {
    return examples.parallelStream()
        .filter(example -> kind.isInstance(example.label()))
        .mapToDouble(example -> largest(network.evidence(example)));
  }

  private static double largest(float[] evidence) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float value : evidence) {
      largest = Math.max(largest, value);
    }
    return largest;
  }
}
