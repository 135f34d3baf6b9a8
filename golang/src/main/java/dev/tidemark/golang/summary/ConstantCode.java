package dev.tidemark.golang.summary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Rational;
import java.math.BigInteger;

/** Constants as bytes: a letter for the kind, and the value. */
final class ConstantCode {
  private ConstantCode() {}

  static void write(Bytes out, Constant value) {
    switch (value) {
      case Constant.Unknown _ -> out.write('u');
      case Constant.Bool truth -> out.write(truth.value() ? 't' : 'f');
      case Constant.Text text -> {
        out.write('s');
        out.bytes(text.latin1().getBytes(ISO_8859_1));
      }
      case Constant.Int whole -> {
        out.write('i');
        write(out, whole.value());
      }
      case Constant.Real real -> {
        out.write('r');
        write(out, real.value());
      }
      case Constant.Complex both -> {
        out.write('c');
        write(out, both.real());
        write(out, both.imag());
      }
    }
  }

  private static void write(Bytes out, Rational value) {
    write(out, value.numerator());
    write(out, value.denominator());
  }

  private static void write(Bytes out, BigInteger value) {
    out.bytes(value.toByteArray());
  }

  static Constant read(Input in) {
    return switch (in.read()) {
      case 't' -> Constant.of(true);
      case 'f' -> Constant.of(false);
      case 's' -> Constant.text(new String(in.bytes(), ISO_8859_1));
      case 'i' -> Constant.of(integer(in));
      case 'r' -> new Constant.Real(rational(in));
      case 'c' -> {
        Rational real = rational(in);
        yield new Constant.Complex(real, rational(in));
      }
      default -> Constant.UNKNOWN;
    };
  }

  private static Rational rational(Input in) {
    BigInteger numerator = integer(in);
    BigInteger denominator = integer(in);
    if (denominator.signum() <= 0) {
      throw new BrokenSummary(0);
    }
    return new Rational(numerator, denominator);
  }

  private static BigInteger integer(Input in) {
    byte[] bytes = in.bytes();
    if (bytes.length == 0) {
      throw new BrokenSummary(0);
    }
    return new BigInteger(bytes);
  }
}
