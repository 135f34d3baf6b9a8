package dev.tidemark.detect.memory.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the evidence of one series: a logistic loss with a margin. Of what does not
 * leak, and of the time before a leak, the window counts that looks most like a leak, for one alarm
 * is enough; of a leak, the best window up to each of four deadlines, for one look is enough.
 */
final class Loss {
  /** How far evidence is to be from the threshold on its side. */
  private static final double MARGIN = 1;

  private static final double HARMLESS = 3;
  private static final double RECORDED = 6;
  private static final double BEFORE_LEAK = 1;

  /** A window that ends just after the start of a leak may well see something else. */
  private static final long START_MILLIS = 15 * 60_000;

  /** Deadlines as multiples of the time wanted: soon counts, and so does late rather than never. */
  private static final double[] DEADLINES = {0.93, 1.1, 1.4, 3};

  private static final double[] DEADLINE_WEIGHTS = {0.7, 0.7, 0.7, 1};

  private Loss() {}

  /**
   * A window that counts.
   *
   * @param slope of the loss over its evidence
   */
  record Blame(Example example, int row, double slope) {}

  /** The windows that count. */
  static List<Blame> of(Network network, Example example) {
    float[] evidence = network.evidence(example);
    List<Blame> blames = new ArrayList<>();
    switch (example.label()) {
      case Label.Harmless _ -> against(example, evidence, example.size(), HARMLESS, blames);
      case Label.Recorded _ -> against(example, evidence, example.size(), RECORDED, blames);
      case Label.Leak leak -> {
        int started = firstSince(example, leak.startMillis() + START_MILLIS);
        against(example, evidence, started, BEFORE_LEAK, blames);
        within(example, evidence, leak, blames);
      }
    }
    return blames;
  }

  /**
   * Hours in which a leak is wanted to be seen: those in which it rises by 5% of the limit, and 1.2
   * more, for no window is shorter than 100 minutes.
   */
  static double wantedHours(double slope) {
    return 1.2 + 0.05 / slope;
  }

  private static void against(
      Example example, float[] evidence, int to, double weight, List<Blame> blames) {
    int row = largest(evidence, 0, to);
    if (row >= 0) {
      blames.add(new Blame(example, row, weight / (1 + Math.exp(-(evidence[row] + MARGIN)))));
    }
  }

  private static void within(
      Example example, float[] evidence, Label.Leak leak, List<Blame> blames) {
    int from = firstSince(example, leak.startMillis());
    for (int i = 0; i < DEADLINES.length; i++) {
      double hours = DEADLINES[i] * wantedHours(leak.slope());
      int to = firstSince(example, leak.startMillis() + Math.round(hours * 3_600_000) + 1);
      int row = largest(evidence, from, to);
      if (row >= 0) {
        double slope = -DEADLINE_WEIGHTS[i] / (1 + Math.exp(evidence[row] - MARGIN));
        blames.add(new Blame(example, row, slope));
      }
    }
  }

  private static int firstSince(Example example, long millis) {
    int row = 0;
    while (row < example.size() && example.epochMillis()[row] < millis) {
      row++;
    }
    return row;
  }

  /** Minus one if there is none. */
  private static int largest(float[] evidence, int from, int to) {
    int largest = -1;
    for (int row = from; row < to; row++) {
      if (largest < 0 || evidence[row] > evidence[largest]) {
        largest = row;
      }
    }
    return largest;
  }
}
