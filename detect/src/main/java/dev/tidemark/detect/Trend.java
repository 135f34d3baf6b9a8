package dev.tidemark.detect;

import java.util.Arrays;

/**
 * What is believed of the slope of one quantity over time, in units per minute: a mixture of
 * Student's t distributions, one for each way in which the errors of the observations may hang
 * together, weighted by how well each explains what was seen (see {@link TrendFitter}).
 */
public final class Trend {
  private static final double TAIL = 0.025;
  private static final double Z_SQUARED = 1.96 * 1.96;
  private static final double RANK_OF_CERTAIN = 1e6;

  /** Nothing observed twice: any slope is possible. */
  public static final Trend UNKNOWN =
      new Trend(new double[] {1}, new double[] {0}, new double[] {Double.POSITIVE_INFINITY}, 1, 0);

  private final double[] weights;
  private final double[] slopes;
  private final double[] errors;
  private final double degrees;
  private final double slope;
  private final double quantum;

  /**
   * @param weights of the parts, adding up to one
   * @param slopes the centre of each part, per minute
   * @param errors the scale of each part, per minute
   * @param degrees degrees of freedom of every part
   * @param quantum growth per minute that one more sample would have shown; 0 where the quantity is
   *     not sampled
   */
  Trend(double[] weights, double[] slopes, double[] errors, double degrees, double quantum) {
    this.weights = weights;
    this.slopes = slopes;
    this.errors = errors;
    this.degrees = degrees;
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      mean += weights[i] * slopes[i];
    }
    slope = mean;
    this.quantum = quantum;
  }

  public boolean isKnown() {
    return Double.isFinite(errors[0]);
  }

  /** The most likely growth, per minute. */
  public double slope() {
    return slope;
  }

  /**
   * The slope with its 95% interval.
   *
   * <p>Few samples are skewed: where ten came, eighteen may have been due, but hardly fewer than
   * five. The upper end is that of the score interval for a count, whose variance grows with what
   * it is a guess at (Wilson, JASA 1927); the lower end stays where it is, on the cautious side.
   */
  public Growth growth() {
    if (!isKnown()) {
      return new Growth(slope, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    return new Growth(
        slope, Math.min(slope, quantile(TAIL)), Math.max(slope, upper(quantile(1 - TAIL))));
  }

  /** Standard deviation of what is believed of the slope, per minute. */
  public double deviation() {
    double variance = 0;
    for (int i = 0; i < weights.length; i++) {
      double distance = slopes[i] - slope;
      variance += weights[i] * (errors[i] * errors[i] + distance * distance);
    }
    return Math.sqrt(variance);
  }

  /** The chance that this grows less than {@code share} times as fast as another. */
  public double chanceBelow(double share, Trend other) {
    if (!isKnown() || !other.isKnown()) {
      return 0.5;
    }
    double distance = share * other.slope - slope;
    double error = Math.hypot(deviation(), share * other.deviation());
    return error == 0
        ? distance > 0 ? 1 : 0
        : StudentT.cumulative(distance / error, Math.min(degrees, other.degrees));
  }

  /** The chance that the slope is {@code limit} per minute or less. */
  public double chanceOfSlopeUpTo(double limit) {
    if (!isKnown()) {
      return 0.5;
    }
    double chance = 0;
    for (int i = 0; i < weights.length; i++) {
      double distance = limit - slopes[i];
      chance +=
          weights[i]
              * (errors[i] == 0
                  ? distance >= 0 ? 1 : 0
                  : StudentT.cumulative(distance / errors[i], degrees));
    }
    return Math.clamp(chance, 0, 1);
  }

  /**
   * Larger for what is more worth looking at: growth that is certain before growth that is not, the
   * former by the lower end of its interval, the latter by how many standard errors it is above
   * zero.
   */
  double rank() {
    if (!isKnown()) {
      return Double.NEGATIVE_INFINITY;
    }
    if (chanceOfSlopeUpTo(0) < TAIL) {
      return RANK_OF_CERTAIN + growth().low();
    }
    double deviation = deviation();
    return deviation == 0 ? 0 : slope / deviation;
  }

  private double upper(double symmetric) {
    double reach = symmetric - slope;
    double lean = Z_SQUARED / 2 * quantum;
    return slope + lean + Math.sqrt(reach * reach + lean * lean);
  }

  /** By bisection between the outermost values any part gives. */
  private double quantile(double chance) {
    double reach = StudentT.quantile(1 - TAIL, degrees) * 4;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      low = Math.min(low, slopes[i] - reach * errors[i]);
      high = Math.max(high, slopes[i] + reach * errors[i]);
    }
    for (int i = 0; i < 48 && low < high; i++) {
      double middle = (low + high) / 2;
      if (chanceOfSlopeUpTo(middle) < chance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  @Override
  public String toString() {
    return "Trend" + Arrays.toString(slopes) + " ± " + Arrays.toString(errors);
  }
}
