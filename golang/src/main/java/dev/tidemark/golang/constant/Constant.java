package dev.tidemark.golang.constant;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;

/** A constant value. */
public sealed interface Constant {
  Constant UNKNOWN = new Unknown();

  static Constant of(boolean value) {
    return new Bool(value);
  }

  static Constant of(long value) {
    return new Int(BigInteger.valueOf(value));
  }

  static Constant of(BigInteger value) {
    return new Int(value);
  }

  /** Exact; unknown for what is no number. */
  static Constant of(double value) {
    return Double.isFinite(value) ? new Real(Rational.of(value)) : UNKNOWN;
  }

  /**
   * @param latin1 the bytes of a string, a char for each
   */
  static Constant text(String latin1) {
    return new Text(latin1);
  }

  /** There is no value, or none that could be found out. */
  record Unknown() implements Constant {}

  record Bool(boolean value) implements Constant {
    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  /**
   * A string.
   *
   * @param latin1 its bytes, a char for each
   */
  record Text(String latin1) implements Constant {
    /** As text; bytes that are none are replaced. */
    public String utf8() {
      for (int i = 0; i < latin1.length(); i++) {
        if (latin1.charAt(i) >= 0x80) {
          return new String(latin1.getBytes(ISO_8859_1), UTF_8);
        }
      }
      return latin1;
    }

    @Override
    public String toString() {
      return utf8();
    }
  }

  record Int(BigInteger value) implements Constant {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A number that is written or made as a fraction, whole or not. */
  record Real(Rational value) implements Constant {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  record Complex(Rational real, Rational imag) implements Constant {
    @Override
    public String toString() {
      return "(" + real + " + " + imag + "i)";
    }
  }
}
