package dev.tidemark.detect.memory;

/**
 * Three readings of the same points: a straight line, one step, and a rise that has ended. Least
 * squares each; what is left over tells which of them it is.
 *
 * @param slope of the line, per unit of x
 * @param residual sum of squares around the line
 * @param stepResidual around the best two levels
 * @param endedResidual around the best line that is flat from some point between half and 85% of
 *     the way on
 * @param bend slope at the end as a multiple of the whole slope, by a parabola
 * @param spread sum of squares of x around its mean
 */
record Line(
    double slope,
    double residual,
    double stepResidual,
    double endedResidual,
    double bend,
    double spread) {

  /** Through the first {@code n} points; {@code x} increases. */
  static Line through(double[] x, double[] y, int n) {
    double meanX = mean(x, n);
    double meanY = mean(y, n);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    double xxx = 0;
    for (int i = 0; i < n; i++) {
      double u = x[i] - meanX;
      double v = y[i] - meanY;
      xx += u * u;
      xy += u * v;
      yy += v * v;
      xxx += u * u * u;
    }
    double slope = xy / xx;
    double square = 0;
    double squareY = 0;
    for (int i = 0; i < n; i++) {
      double u = x[i] - meanX;
      double v = u * u - xx / n - xxx / xx * u;
      square += v * v;
      squareY += v * y[i];
    }
    double bend = 1 + squareY / Math.max(square, 1e-12) * (x[n - 1] - x[0]) / Math.max(slope, 1e-9);
    return new Line(
        slope,
        Math.max(0, yy - slope * xy),
        Math.max(0, yy - explainedByStep(y, meanY, n)),
        Math.max(0, yy - explainedByEndedRise(x, y, meanY, n)),
        bend,
        xx);
  }

  private static double explainedByStep(double[] y, double meanY, int n) {
    double most = 0;
    double sum = 0;
    for (int k = 1; k < n; k++) {
      sum += y[k - 1] - meanY;
      most = Math.max(most, sum * sum * n / ((double) k * (n - k)));
    }
    return most;
  }

  /** The best of lines in min(x, x[k]), over k. */
  private static double explainedByEndedRise(double[] x, double[] y, double meanY, int n) {
    double most = 0;
    double sumX = 0;
    double sumXx = 0;
    double sumXy = 0;
    double sumY = 0;
    for (int k = 0; k <= n - 2 && k <= n * 0.85; k++) {
      double v = y[k] - meanY;
      double u = x[k] - x[0];
      sumX += u;
      sumXx += u * u;
      sumXy += u * v;
      sumY += v;
      if (k >= n / 2) {
        int rest = n - k - 1;
        double mean = (sumX + rest * u) / n;
        double spread = sumXx + rest * u * u - n * mean * mean;
        double common = sumXy - u * sumY;
        most = Math.max(most, common * common / Math.max(spread, 1e-12));
      }
    }
    return most;
  }

  private static double mean(double[] values, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += values[i];
    }
    return sum / n;
  }
}
