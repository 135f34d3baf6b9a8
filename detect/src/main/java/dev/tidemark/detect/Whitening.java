package dev.tidemark.detect;

/**
 * Generalised least squares of a line under one {@link NoiseModel}, prepared for given times: the
 * inverse of the Cholesky factor of the errors' correlation, which makes them independent, and the
 * line's two directions after that.
 */
final class Whitening {
  private final double[][] inverse;
  private final double[] level;
  private final double[] rise;
  private final double riseLength;
  private final double logDensity;
  private final double changes;

  private Whitening(
      double[][] inverse,
      double[] level,
      double[] rise,
      double riseLength,
      double logDensity,
      double changes) {
    this.inverse = inverse;
    this.level = level;
    this.rise = rise;
    this.riseLength = riseLength;
    this.logDensity = logDensity;
    this.changes = changes;
  }

  /** A fitted line: its slope, and the sum of squares left after whitening. */
  record Line(double slope, double squares) {}

  static Whitening of(double[] minutes, NoiseModel model) {
    int count = minutes.length;
    double span = minutes[count - 1] - minutes[0];
    double[][] factor = new double[count][count];
    double logDeterminant = 0;
    double changes = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = model.correlation((minutes[i] - minutes[j]) / span);
        changes += j == i - 1 ? 2 * (1 - sum) : 0;
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        // Never quite singular: two looks close together repeat each other.
        factor[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / factor[j][j];
      }
      logDeterminant += Math.log(factor[i][i]);
    }
    double[][] inverse = inverse(factor);
    double[] level = new double[count];
    double[] rise = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        level[i] += inverse[i][j];
        rise[i] += inverse[i][j] * (minutes[j] - minutes[0]);
      }
    }
    double levelLength = Math.sqrt(product(level, level));
    divide(level, levelLength);
    double along = product(level, rise);
    for (int i = 0; i < count; i++) {
      rise[i] -= along * level[i];
    }
    double riseLength = Math.sqrt(product(rise, rise));
    divide(rise, riseLength);
    double logDensity = -logDeterminant - Math.log(levelLength) - Math.log(riseLength);
    return new Whitening(inverse, level, rise, riseLength, logDensity, changes);
  }

  /**
   * @param scratch of the same length, overwritten
   */
  Line line(double[] values, double[] scratch) {
    // Values are taken from the first one on, so that a high level costs no digits.
    double base = values[0];
    double squares = 0;
    double alongLevel = 0;
    double alongRise = 0;
    for (int i = 0; i < values.length; i++) {
      double[] row = inverse[i];
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += row[j] * (values[j] - base);
      }
      scratch[i] = sum;
      squares += sum * sum;
      alongLevel += sum * level[i];
      alongRise += sum * rise[i];
    }
    double left = squares - alongLevel * alongLevel - alongRise * alongRise;
    return new Line(alongRise / riseLength, Math.max(0, left));
  }

  /** Standard error of the slope for errors of variance 1. */
  double slopeError() {
    return 1 / riseLength;
  }

  /** What the model's shape adds to the logarithm of the restricted likelihood. */
  double logDensity() {
    return logDensity;
  }

  /**
   * Variance of all changes from one observation to the next, added up, for errors of variance 1.
   */
  double changes() {
    return changes;
  }

  private static double[][] inverse(double[][] factor) {
    int count = factor.length;
    double[][] inverse = new double[count][count];
    for (int column = 0; column < count; column++) {
      inverse[column][column] = 1 / factor[column][column];
      for (int row = column + 1; row < count; row++) {
        double sum = 0;
        for (int k = column; k < row; k++) {
          sum -= factor[row][k] * inverse[k][column];
        }
        inverse[row][column] = sum / factor[row][row];
      }
    }
    return inverse;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static void divide(double[] vector, double by) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= by;
    }
  }
}
