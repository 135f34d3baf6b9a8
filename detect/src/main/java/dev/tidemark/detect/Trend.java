package dev.tidemark.detect;

/**
 * A straight line through one quantity over time: its slope per minute, how far the slope may be
 * off, and how many independent observations that rests on.
 *
 * @param slope unit per minute
 * @param standardError of the slope, same unit
 * @param degrees degrees of freedom of the standard error; infinite where it is known from sampling
 *     alone
 */
public record Trend(double slope, double standardError, double degrees) {
  private static final double LEVEL = 0.95;
  private static final double RANK_OF_CERTAIN = 1e6;

  /** Nothing observed twice: any slope is possible. */
  public static final Trend UNKNOWN = new Trend(0, Double.POSITIVE_INFINITY, 1);

  public boolean isKnown() {
    return Double.isFinite(standardError);
  }

  /** The slope with its 95% interval. */
  public Growth growth() {
    if (!isKnown()) {
      return new Growth(slope, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double reach = standardError * StudentT.quantile((1 + LEVEL) / 2, Math.min(degrees, 1e6));
    return new Growth(slope, slope - reach, slope + reach);
  }

  /**
   * Larger for what is more worth looking at: certain growth before uncertain, the former by the
   * lower end of its interval, the latter by how many standard errors it is above zero.
   */
  double rank() {
    if (!isKnown()) {
      return Double.NEGATIVE_INFINITY;
    }
    double low = growth().low();
    return low > 0 ? RANK_OF_CERTAIN + low : standardError == 0 ? 0 : slope / standardError;
  }

  /** How likely data at least this far above {@code floor} would be if the slope were the floor. */
  public double chanceOfSlopeUpTo(double floor) {
    if (!isKnown()) {
      return 0.5;
    }
    if (standardError == 0) {
      return slope > floor ? 0 : 1;
    }
    return 1 - StudentT.cumulative((slope - floor) / standardError, Math.min(degrees, 1e6));
  }
}
