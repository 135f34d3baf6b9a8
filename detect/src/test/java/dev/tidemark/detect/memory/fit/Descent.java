package dev.tidemark.detect.memory.fit;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Gradient descent over random parts of the examples, by the steps of Adam (Kingma and Ba, ICLR
 * 2015) that get shorter towards the end. The result is the mean of the last fifth of the way
 * (Polyak and Juditsky, SIAM J. Control Optim. 30, 1992). The same seed and examples give the same
 * weights, on any number of processors.
 */
final class Descent {
  private static final double STEP = 0.03;
  private static final double MOMENTUM = 0.9;
  private static final double SQUARES = 0.99;

  /** Weights that don't help shrink. */
  private static final double DECAY = 0.0005;

  /** Share of the series in a step: many small steps go farther than few in the same time. */
  private static final double PART = 0.05;

  private static final double AVERAGED = 0.2;

  private final List<Example> examples;
  private final int steps;
  private final SplittableRandom random;

  Descent(List<Example> examples, int steps, long seed) {
    this.examples = examples;
    this.steps = steps;
    this.random = new SplittableRandom(seed);
  }

  Network run(int hidden) {
    Network network = Network.random(hidden, random);
    double[] weights = network.weights();
    double[] mean = new double[weights.length];
    double[] square = new double[weights.length];
    double[] last = new double[weights.length];
    int averaged = 0;
    for (int step = 0; step < steps; step++) {
      double[] gradient = gradient(network);
      double length = STEP * Math.min(1, 1.6 * (steps - step) / steps);
      for (int i = 0; i < weights.length; i++) {
        double slope = gradient[i] + DECAY * weights[i];
        mean[i] = MOMENTUM * mean[i] + (1 - MOMENTUM) * slope;
        square[i] = SQUARES * square[i] + (1 - SQUARES) * slope * slope;
        double unbiased = mean[i] / (1 - Math.pow(MOMENTUM, step + 1));
        double size = Math.sqrt(square[i] / (1 - Math.pow(SQUARES, step + 1)));
        weights[i] -= length * unbiased / (size + 1e-6);
      }
      if (step >= (int) (steps * (1 - AVERAGED))) {
        averaged++;
        for (int i = 0; i < weights.length; i++) {
          last[i] += weights[i];
        }
      }
    }
    for (int i = 0; i < last.length; i++) {
      last[i] /= averaged;
    }
    return new Network(hidden, last);
  }

  /** Summed in the order of the examples: rounding must not depend on threads. */
  private double[] gradient(Network network) {
    List<Example> part = examples.stream().filter(_ -> random.nextDouble() < PART).toList();
    if (part.isEmpty()) {
      part = examples;
    }
    List<List<Loss.Blame>> blames =
        part.parallelStream().map(example -> Loss.of(network, example)).toList();
    double[] gradient = new double[network.weights().length];
    for (List<Loss.Blame> ofExample : blames) {
      for (Loss.Blame blame : ofExample) {
        network.addGradient(blame.example(), blame.row(), blame.slope() / part.size(), gradient);
      }
    }
    return gradient;
  }
}
