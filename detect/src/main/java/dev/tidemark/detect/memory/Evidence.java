package dev.tidemark.detect.memory;

/**
 * How much the growth over a window looks like a leak and unlike all else: a weighted sum of what
 * tells leaks from steps, ramps, warm-ups, daily swings, batches and drift, and further sums that
 * count only above zero, because what speaks for a leak in a long window need not in a short one.
 * In other words a small network of two layers. Its weights were fitted over real container series
 * with leaks and harmless shapes added (docs/detection.md).
 */
final class Evidence {
  static final int TERMS = 52;

  private Evidence() {}

  /** The evidence for one window; above zero it is enough, and the more, the surer. */
  static double of(Window window, Before before) {
    double[] terms = terms(window, before);
    double evidence = sum(Weights.SUM, terms);
    for (double[] weights : Weights.FOR) {
      evidence += Math.max(0, sum(weights, terms));
    }
    for (double[] weights : Weights.AGAINST) {
      evidence -= Math.max(0, sum(weights, terms));
    }
    return evidence;
  }

  private static double sum(double[] weights, double[] terms) {
    double sum = 0;
    for (int i = 0; i < TERMS; i++) {
      sum += weights[i] * terms[i];
    }
    return sum;
  }

  /**
   * What was seen before a window.
   *
   * @param hours of the same life
   * @param swing largest rise, in units of the scale
   * @param highestEarlier highest envelope of earlier lives, same units; negative infinity if there
   *     were none
   * @param startWasSeen whether the life began with a restart that was seen
   */
  record Before(double hours, double swing, double highestEarlier, boolean startWasSeen) {}

  /** What is weighed, in the order of the weights. The first one is always there. */
  static double[] terms(Window window, Before before) {
    double length = Math.log(window.hours / 4);
    double rise = Math.log(Math.max(window.rise, 0.004) / 0.05);
    double age = Math.log1p(before.hours());
    boolean isFirst = window.above == Window.NOTHING_BEFORE;
    double above = isFirst ? 0 : clip(window.above, -1.5, 1.5);
    double sureness = window.slope() / window.standardError();
    double late = window.late();
    double last = window.last();
    Window.Middle middle = window.middle();
    Window.Parts parts = window.parts(partsOf(window.hours));
    double bend = clip(parts.line().bend(), -2, 4);
    double aboveEarlier =
        before.highestEarlier() == Double.NEGATIVE_INFINITY
            ? 0
            : clip(window.share(window.end() - before.highestEarlier()), -1.5, 1);
    double beyond = isFirst ? 0 : clip(window.beyond(before.swing()), 0, 2);
    double latest = clip(window.latest(), -2, 3);
    double shortness = Math.max(0, -length);
    double wasSeen = before.startWasSeen() ? 1 : 0;
    return new double[] {
      1,
      length,
      length * length,
      rise,
      rise * length,
      rise * rise,
      clip(Math.log(Math.max(sureness, 1)), 0, 5),
      clip(Math.log(Math.max(parts.sureness(), 1)), 0, 5),
      clip(window.parts(window.hours < 1.9 ? 5 : 6).largest(), 0, 1.5),
      clip(late, -1, 3),
      clip((late - 1) * (late - 1), 0, 3),
      clip(last, -2, 4),
      clip((last - 1) * (last - 1), 0, 5),
      clip(window.usual(), -1, 2),
      above,
      Math.min(above, 0.6),
      isFirst ? 1 : 0,
      clip(Math.log1p(window.share(before.swing())), 0, 3),
      clip(window.jump(), 0, 1),
      clip(parts.smallest(), -2, 1),
      clip(ratio(parts.line().residual(), parts.line().stepResidual()), 0, 2),
      clip(ratio(parts.line().residual(), parts.line().endedResidual()), 0, 3),
      clip(ratio(window.blocks.residual(), window.blocks.stepResidual()), 0, 2),
      clip(ratio(window.blocks.residual(), window.blocks.endedResidual()), 0, 3),
      bend,
      age,
      age * length,
      wasSeen,
      clip(window.scatter(), 0, 1),
      Math.log(Math.max(window.level, 0.02)),
      clip(1 / Math.max(sureness, 0.1), 0, 1),
      clip(late / Math.max(sureness, 1), -1, 1),
      isFirst ? length : 0,
      above * length,
      bend * length,
      age * rise,
      aboveEarlier,
      wasSeen * length,
      beyond,
      Math.min(beyond, 0.4),
      latest,
      latest * shortness,
      Math.min(latest, 0.7) * shortness,
      Math.min(late, 1),
      clip(last, -2, 1),
      clip(Math.log(middle.swing()), 0, 1),
      clip(middle.slope(), -1, 2),
      clip(Math.log(Math.max(middle.sureness(), 1)), 0, 5),
      clip(middle.late(), -1, 3),
      clip(middle.last(), -2, 4),
      clip(middle.bend(), -2, 4),
      Math.max(0, clip(parts.largest(), 0, 1.5) - 2.0 / parts.lows().length),
    };
  }

  private static int partsOf(double hours) {
    return hours < 2.5 ? 6 : hours < 5 ? 8 : 10;
  }

  private static double ratio(double residual, double other) {
    return residual / Math.max(other, 1e-9);
  }

  private static double clip(double value, double low, double high) {
    return value < low ? low : Math.min(value, high);
  }
}
