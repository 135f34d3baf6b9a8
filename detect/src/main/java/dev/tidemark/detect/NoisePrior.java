package dev.tidemark.detect;

/**
 * What is known beforehand of the errors around a trend.
 *
 * @param variance of one observation around the line, in squared units
 * @param degrees how many observations that knowledge is worth; small where it is a mere guess
 * @param changeVariance the most that all changes from observation to observation can add up to in
 *     variance, as the number of objects that came and went bounds it; infinite where unknown
 * @param quantum what one sample stands for; 0 where nothing is sampled
 */
record NoisePrior(double variance, double degrees, double changeVariance, double quantum) {
  NoisePrior {
    if (!(variance > 0) || !(degrees > 0) || !(changeVariance >= 0)) {
      throw new IllegalArgumentException(
          "no prior: %s, %s, %s".formatted(variance, degrees, changeVariance));
    }
  }

  /** A quantity that is read exactly: only a guess at how far it scatters by itself. */
  static NoisePrior guess(double deviation) {
    return new NoisePrior(deviation * deviation, 1, Double.POSITIVE_INFINITY, 0);
  }
}
