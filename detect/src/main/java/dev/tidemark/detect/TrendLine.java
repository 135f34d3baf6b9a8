package dev.tidemark.detect;

import java.util.Arrays;

/**
 * Fits a {@link Trend} by least squares, which is near the best for both kinds of noise a run has:
 * scatter around a line (memory in flight, the phase of the collector) and a random walk around a
 * drift (which sampled objects came and went: the sampled ones stay sampled, so errors add up over
 * time).
 *
 * <p>The standard error has a part for each. Scatter is taken from the residuals, widened for their
 * autocorrelation at lag one; the walk from the variance of the change between first and last
 * observation, which the caller knows from sampling. (Of a walk observed evenly, a least squares
 * slope has 6/5 of the variance of the slope between its ends.)
 */
final class TrendLine {
  private static final double WALK_EFFICIENCY = 1.2;

  private TrendLine() {}

  /**
   * @param minutes when, strictly increasing
   * @param values what was seen then
   * @param walkVariance variance that sampling gives the difference of the last and first value
   */
  static Trend fit(double[] minutes, double[] values, double walkVariance) {
    int count = values.length;
    if (count < 2) {
      return Trend.UNKNOWN;
    }
    double span = minutes[count - 1] - minutes[0];
    if (count == 2) {
      // Two observations show no scatter; only sampling tells how far they may be off.
      double slope = (values[1] - values[0]) / span;
      return walkVariance > 0
          ? new Trend(slope, Math.sqrt(walkVariance) / span, Double.POSITIVE_INFINITY)
          : new Trend(slope, Double.POSITIVE_INFINITY, 1);
    }
    double meanMinute = Arrays.stream(minutes).average().orElseThrow();
    double meanValue = Arrays.stream(values).average().orElseThrow();
    double squares = 0;
    double products = 0;
    for (int i = 0; i < count; i++) {
      squares += (minutes[i] - meanMinute) * (minutes[i] - meanMinute);
      products += (minutes[i] - meanMinute) * (values[i] - meanValue);
    }
    double slope = products / squares;
    double[] residuals = new double[count];
    double residualSquares = 0;
    for (int i = 0; i < count; i++) {
      residuals[i] = values[i] - meanValue - slope * (minutes[i] - meanMinute);
      residualSquares += residuals[i] * residuals[i];
    }
    double degrees = count - 2;
    double correlation = autocorrelation(residuals, residualSquares);
    double scatter = residualSquares / degrees / squares * (1 + correlation) / (1 - correlation);
    double walk = WALK_EFFICIENCY * walkVariance / (span * span);
    double independent = Math.max(1, degrees * (1 - correlation) / (1 + correlation));
    return new Trend(slope, Math.sqrt(scatter + walk), degrees(scatter, independent, walk));
  }

  /**
   * Lag-one autocorrelation of residuals around a fitted line, not below 0 and away from 1. A short
   * series understates it by about (2 + 4ρ)/n (Marriott and Pope, 1954, for a fitted trend), which
   * is undone here.
   */
  private static double autocorrelation(double[] residuals, double squares) {
    if (squares == 0) {
      return 0;
    }
    double products = 0;
    for (int i = 1; i < residuals.length; i++) {
      products += residuals[i] * residuals[i - 1];
    }
    double count = Math.max(6, residuals.length);
    double corrected = (products / squares + 2 / count) / (1 - 4 / count);
    return Math.clamp(corrected, 0, 0.8);
  }

  /** Welch–Satterthwaite: a sum of an estimated and a known variance. */
  private static double degrees(double scatter, double degrees, double walk) {
    if (scatter == 0) {
      return walk == 0 ? degrees : Double.POSITIVE_INFINITY;
    }
    double share = scatter / (scatter + walk);
    return degrees / (share * share);
  }
}
