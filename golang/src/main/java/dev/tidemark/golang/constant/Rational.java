package dev.tidemark.golang.constant;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A fraction in lowest terms. One whose parts grow beyond {@link #MOST_BITS} is rounded to {@link
 * #PRECISION} bits, as go/constant goes over from fractions to floating point there.
 *
 * @param denominator greater than zero
 */
public record Rational(BigInteger numerator, BigInteger denominator) {
  static final Rational ZERO = of(BigInteger.ZERO);

  /** go/constant, {@code maxExp}. */
  private static final int MOST_BITS = 4 << 10;

  /** go/constant, {@code prec}. */
  private static final int PRECISION = 512;

  /** Beyond this no number of Go's can be meant, and calculating with it would take long. */
  private static final int LARGEST_EXPONENT = 1 << 16;

  static Rational of(BigInteger whole) {
    return new Rational(whole, BigInteger.ONE);
  }

  static Rational of(double value) {
    BigDecimal exact = new BigDecimal(value);
    return of(exact.unscaledValue(), exact.scale());
  }

  private static Rational of(BigInteger unscaled, int scale) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(scale));
    return scale >= 0 ? of(unscaled, power) : of(unscaled.multiply(power));
  }

  static Rational of(BigInteger numerator, BigInteger denominator) {
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    return new Rational(numerator.divide(divisor), denominator.divide(divisor)).rounded();
  }

  private Rational rounded() {
    int top = numerator.bitLength();
    int bottom = denominator.bitLength();
    if (top <= MOST_BITS && bottom <= MOST_BITS) {
      return this;
    }
    // As many bits of the quotient as are kept, by one division; then to the nearest.
    int shift = PRECISION + 2 - (top - bottom);
    BigInteger scaled = shift >= 0 ? numerator.shiftLeft(shift) : numerator;
    BigInteger divisor = shift >= 0 ? denominator : denominator.shiftLeft(-shift);
    BigInteger quotient = scaled.divide(divisor);
    int extra = quotient.bitLength() - PRECISION;
    BigInteger kept = extra > 0 ? roundedShift(quotient, extra) : quotient;
    int exponent = Math.max(extra, 0) - shift;
    return exponent >= 0
        ? new Rational(kept.shiftLeft(exponent), BigInteger.ONE)
        : reduced(kept, -exponent);
  }

  private static BigInteger roundedShift(BigInteger value, int bits) {
    BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
    BigInteger magnitude = value.abs().add(half).shiftRight(bits);
    return value.signum() < 0 ? magnitude.negate() : magnitude;
  }

  private static Rational reduced(BigInteger numerator, int exponent) {
    int common = Math.min(Math.max(numerator.getLowestSetBit(), 0), exponent);
    return new Rational(numerator.shiftRight(common), BigInteger.ONE.shiftLeft(exponent - common));
  }

  /** Whether it is too far from one to be calculated with. */
  boolean isExtreme() {
    return numerator.bitLength() > LARGEST_EXPONENT || denominator.bitLength() > LARGEST_EXPONENT;
  }

  boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  int signum() {
    return numerator.signum();
  }

  Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  Rational add(Rational other) {
    return of(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Rational subtract(Rational other) {
    return add(other.negate());
  }

  Rational multiply(Rational other) {
    return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * @param other not zero
   */
  Rational divide(Rational other) {
    return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  int compare(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** The nearest float64. */
  double toDouble() {
    if (numerator.bitLength() <= 53 && denominator.bitLength() <= 53) {
      // Both are exact, so that the division rounds once.
      return numerator.doubleValue() / denominator.doubleValue();
    }
    return decimal().doubleValue();
  }

  /** The nearest float32. */
  float toFloat() {
    return decimal().floatValue();
  }

  /** More digits than can change to which side a float is rounded. */
  private BigDecimal decimal() {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), new MathContext(1_100));
  }

  @Override
  public String toString() {
    return isWhole() ? numerator.toString() : numerator + "/" + denominator;
  }
}
