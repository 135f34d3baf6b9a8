package dev.tidemark.golang.constant;

import java.math.BigInteger;
import java.util.OptionalLong;

/** Numbers as other kinds of numbers, where they are the same number. */
public final class Conversions {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private Conversions() {}

  public static Constant toInt(Constant x) {
    return switch (x) {
      case Constant.Int whole -> whole;
      case Constant.Real real when real.value().isWhole() -> Constant.of(real.value().numerator());
      case Constant.Complex both when both.imag().signum() == 0 && both.real().isWhole() ->
          Constant.of(both.real().numerator());
      case Constant.Real _,
          Constant.Complex _,
          Constant.Unknown _,
          Constant.Bool _,
          Constant.Text _ ->
          Constant.UNKNOWN;
    };
  }

  public static Constant toFloat(Constant x) {
    return switch (x) {
      case Constant.Int whole -> new Constant.Real(Rational.of(whole.value()));
      case Constant.Real real -> real;
      case Constant.Complex both when both.imag().signum() == 0 -> new Constant.Real(both.real());
      case Constant.Complex _, Constant.Unknown _, Constant.Bool _, Constant.Text _ ->
          Constant.UNKNOWN;
    };
  }

  public static Constant toComplex(Constant x) {
    return switch (x) {
      case Constant.Int whole -> new Constant.Complex(Rational.of(whole.value()), Rational.ZERO);
      case Constant.Real real -> new Constant.Complex(real.value(), Rational.ZERO);
      case Constant.Complex both -> both;
      case Constant.Unknown _, Constant.Bool _, Constant.Text _ -> Constant.UNKNOWN;
    };
  }

  public static Constant real(Constant x) {
    return x instanceof Constant.Complex both ? new Constant.Real(both.real()) : toFloat(x);
  }

  public static Constant imag(Constant x) {
    return switch (x) {
      case Constant.Complex both -> new Constant.Real(both.imag());
      case Constant.Int _, Constant.Real _ -> Constant.of(0);
      case Constant.Unknown _, Constant.Bool _, Constant.Text _ -> Constant.UNKNOWN;
    };
  }

  /** {@code x * 1i}. */
  public static Constant makeImag(Constant x) {
    return toFloat(x) instanceof Constant.Real real
        ? new Constant.Complex(Rational.ZERO, real.value())
        : Constant.UNKNOWN;
  }

  /** -1, 0 or 1; of a complex number 0 if it is zero; 1 for what is no number. */
  public static int sign(Constant x) {
    return switch (x) {
      case Constant.Int whole -> whole.value().signum();
      case Constant.Real real -> real.value().signum();
      case Constant.Complex both -> both.real().signum() | both.imag().signum();
      case Constant.Unknown _, Constant.Bool _, Constant.Text _ -> 1;
    };
  }

  /** Of the absolute value of an integer; 0 for what is none. */
  public static int bitLength(Constant x) {
    return x instanceof Constant.Int whole ? whole.value().abs().bitLength() : 0;
  }

  public static OptionalLong asLong(Constant.Int x) {
    BigInteger value = x.value();
    return value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0
        ? OptionalLong.empty()
        : OptionalLong.of(value.longValue());
  }

  /** The nearest float32; unknown beyond its range. */
  public static Constant roundFloat32(Constant x) {
    return toFloat(x) instanceof Constant.Real real
        ? Constant.of((double) real.value().toFloat())
        : Constant.UNKNOWN;
  }

  /** The nearest float64; unknown beyond its range. */
  public static Constant roundFloat64(Constant x) {
    return toFloat(x) instanceof Constant.Real real
        ? Constant.of(real.value().toDouble())
        : Constant.UNKNOWN;
  }
}
