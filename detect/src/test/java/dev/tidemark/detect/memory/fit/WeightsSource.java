package dev.tidemark.detect.memory.fit;

import dev.tidemark.detect.memory.Looks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The source of the class that holds the weights; {@code ./format} breaks its lines. */
final class WeightsSource {
  private static final String FORM =
      """
      package dev.tidemark.detect.memory;

      /**
       * The weights of {@link Evidence}, in the order of its terms. Fitted (docs/detection.md), not
       * chosen: a new term, or another meaning of one, wants a new fit of all.
       */
      final class Weights {
        /** Of the sum. */
        static final double[] SUM = %s;

        /** Of the sums that speak for a leak where they are above zero. */
        static final double[][] FOR = {
          %s
        };

        /** Of the sums that speak against one where they are above zero. */
        static final double[][] AGAINST = {
          %s
        };

        private Weights() {}
      }
      """;

  private WeightsSource() {}

  /** Factors are taken into the sums, and so is what made the terms alike. */
  static String of(Network network, Standard standard) {
    double[] weights = network.weights();
    List<double[]> speakFor = new ArrayList<>();
    List<double[]> against = new ArrayList<>();
    for (int sum = 0; sum < network.hidden(); sum++) {
      int from = Network.from(sum);
      double factor = weights[from + Looks.TERMS];
      double[] further = standard.undone(Arrays.copyOfRange(weights, from, from + Looks.TERMS));
      for (int term = 0; term < further.length; term++) {
        further[term] *= Math.abs(factor);
      }
      (factor > 0 ? speakFor : against).add(further);
    }
    double[] plain = standard.undone(Arrays.copyOf(weights, Looks.TERMS));
    return FORM.formatted(row(plain), rows(speakFor), rows(against));
  }

  private static String rows(List<double[]> rows) {
    return rows.stream().map(WeightsSource::row).collect(Collectors.joining(",\n    "));
  }

  /** Four digits are as good as all. */
  private static String row(double[] weights) {
    return Arrays.stream(weights)
        .mapToObj(weight ->
            new BigDecimal(weight).round(new MathContext(4)).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
