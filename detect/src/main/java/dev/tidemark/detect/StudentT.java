package dev.tidemark.detect;

/**
 * Student's t distribution: the chance of a value at most {@code t}, and its inverse. By the
 * regularised incomplete beta function in its continued fraction (DLMF 8.17.22, evaluated by
 * Lentz's method), or for more than a few degrees of freedom by the normal distribution.
 */
final class StudentT {
  /** Below so many degrees of freedom Hill's approximation is not good enough. */
  private static final double FEW = 6;

  private StudentT() {}

  static double cumulative(double t, double degrees) {
    return degrees < FEW ? exact(t, degrees) : normal(asNormal(t, degrees));
  }

  /** The normal deviate with the same tail (G. W. Hill, Algorithm 395, CACM 13, 1970). */
  private static double asNormal(double t, double degrees) {
    double a = degrees - 0.5;
    double b = 48 * a * a;
    double y = a * Math.log1p(t * t / degrees);
    double deviate =
        (((((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b) + y + 3) / b + 1)
            * Math.sqrt(y);
    return t < 0 ? -deviate : deviate;
  }

  /** The normal distribution, to seven digits (Abramowitz and Stegun, 26.2.17). */
  private static double normal(double deviate) {
    double k = 1 / (1 + 0.2316419 * Math.abs(deviate));
    double tail =
        Math.exp(-deviate * deviate / 2)
            / Math.sqrt(2 * Math.PI)
            * k
            * (0.319381530
                + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
    return deviate > 0 ? 1 - tail : tail;
  }

  private static double exact(double t, double degrees) {
    double x = degrees / (degrees + t * t);
    double tail = 0.5 * incompleteBeta(degrees / 2, 0.5, x);
    return t > 0 ? 1 - tail : tail;
  }

  /** The t below which a value stays with chance {@code probability}, 0.5 ≤ probability < 1. */
  static double quantile(double probability, double degrees) {
    double low = 0;
    double high = 1;
    while (cumulative(high, degrees) < probability && high < 1e9) {
      high *= 2;
    }
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (cumulative(middle, degrees) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double incompleteBeta(double a, double b, double x) {
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(a, b, x) / a
        : 1 - front * fraction(b, a, 1 - x) / b;
  }

  private static double fraction(double a, double b, double x) {
    double tiny = 1e-300;
    double c = 1;
    double d = 1 / nonZero(1 - (a + b) * x / (a + 1), tiny);
    double result = d;
    for (int m = 1; m <= 300; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / nonZero(1 + even * d, tiny);
      c = nonZero(1 + even / c, tiny);
      result *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / nonZero(1 + odd * d, tiny);
      c = nonZero(1 + odd / c, tiny);
      result *= d * c;
      if (Math.abs(d * c - 1) < 1e-14) {
        break;
      }
    }
    return result;
  }

  private static double nonZero(double value, double tiny) {
    return Math.abs(value) < tiny ? tiny : value;
  }

  /** Stirling's series after shifting the argument above 10 (DLMF 5.11.1). */
  private static double logGamma(double x) {
    double shifted = x;
    double shift = 0;
    while (shifted < 10) {
      shift += Math.log(shifted);
      shifted++;
    }
    double inverse = 1 / shifted;
    double square = inverse * inverse;
    double series =
        inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
    return (shifted - 0.5) * Math.log(shifted)
        - shifted
        + 0.5 * Math.log(2 * Math.PI)
        + series
        - shift;
  }
}
