package dev.tidemark.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a line to quantities observed at the same times, without knowing beforehand how their errors
 * hang together: generalised least squares under each {@link NoiseModel}, each weighted by its
 * marginal likelihood (slope, level and scale integrated out: Gelman et al., Bayesian Data
 * Analysis, 3rd ed., 14.7 and 7.4; Harville, JASA 1977, for the restricted likelihood).
 *
 * <p>Memory has two kinds of noise. What is in flight at the moment of reading is fresh each time;
 * what was sampled stays sampled until it is freed, so that its error walks. An interval for the
 * one is far too narrow for the other, and a short run does not surely tell which it is; the
 * mixture leaves open what the run leaves open.
 */
final class TrendFitter {
  private final Bins bins;
  private final int count;
  private final double span;
  private final List<Whitening> whitenings;

  private TrendFitter(double[] minutes, NoiseModel[] models) {
    bins = Bins.of(minutes);
    count = bins.minutes().length;
    span = count < 2 ? 0 : minutes[minutes.length - 1] - minutes[0];
    whitenings = new ArrayList<>();
    if (count >= 2) {
      for (NoiseModel model : models) {
        whitenings.add(Whitening.of(bins.minutes(), model));
      }
    }
  }

  /**
   * @param minutes when, strictly increasing
   */
  static TrendFitter ofExact(double[] minutes) {
    return new TrendFitter(minutes, NoiseModel.EXACT);
  }

  /** For sums over sampled objects. */
  static TrendFitter ofSampled(double[] minutes) {
    return new TrendFitter(minutes, NoiseModel.SAMPLED);
  }

  Trend fit(double[] observed, NoisePrior prior) {
    if (count < 2) {
      return Trend.UNKNOWN;
    }
    double[] values = bins.means(observed);
    int models = whitenings.size();
    double[] logWeights = new double[models];
    double[] slopes = new double[models];
    double[] errors = new double[models];
    double degrees = prior.degrees() + count - 2;
    double largest = Double.NEGATIVE_INFINITY;
    double[] white = new double[count];
    for (int i = 0; i < models; i++) {
      Whitening whitening = whitenings.get(i);
      Whitening.Line line = whitening.line(values, white);
      double scale = prior.degrees() * prior.variance() + line.squares();
      slopes[i] = line.slope();
      errors[i] = Math.sqrt(scale / degrees) * whitening.slopeError();
      logWeights[i] = whitening.logDensity() - degrees / 2 * Math.log(scale);
      if (i < models - 1 && exceeds(whitening, prior)) {
        logWeights[i] = Double.NEGATIVE_INFINITY;
      }
      largest = Math.max(largest, logWeights[i]);
    }
    double quantum = prior.quantum() / span;
    return mixture(logWeights, largest, slopes, errors, degrees, quantum);
  }

  /** Whether a model wants more coming and going than there can have been. */
  private static boolean exceeds(Whitening whitening, NoisePrior prior) {
    return prior.variance() * whitening.changes() > 2 * prior.changeVariance();
  }

  private static Trend mixture(
      double[] logWeights,
      double largest,
      double[] slopes,
      double[] errors,
      double degrees,
      double quantum) {
    int kept = 0;
    double total = 0;
    double[] weights = new double[slopes.length];
    for (int i = 0; i < slopes.length; i++) {
      double weight = Math.exp(logWeights[i] - largest);
      if (weight > 1e-4) {
        weights[kept] = weight;
        slopes[kept] = slopes[i];
        errors[kept++] = errors[i];
        total += weight;
      }
    }
    if (kept == 0) {
      // Values so large that their squares are no numbers: nothing can be said of them.
      return Trend.UNKNOWN;
    }
    double[] shares = new double[kept];
    for (int i = 0; i < kept; i++) {
      shares[i] = weights[i] / total;
    }
    return new Trend(
        shares, Arrays.copyOf(slopes, kept), Arrays.copyOf(errors, kept), degrees, quantum);
  }
}
