package dev.tidemark.golang.constant;

import dev.tidemark.golang.syntax.Token;
import java.math.BigInteger;

/** What operators make of constants (go/constant). What they are not defined for is unknown. */
public final class Operations {
  private static final int LARGEST_SHIFT = 10_000;
  private static final int LARGEST_BITS = 1 << 17;
  private static final int LONGEST_TEXT = 16 << 20;

  private Operations() {}

  /**
   * @param unsignedBits of the type, where {@code ^x} is of an unsigned one; else 0
   */
  public static Constant unary(Token operator, Constant x, int unsignedBits) {
    return switch (operator) {
      case ADD -> x instanceof Constant.Bool || x instanceof Constant.Text ? Constant.UNKNOWN : x;
      case SUB ->
          switch (x) {
            case Constant.Int whole -> Constant.of(whole.value().negate());
            case Constant.Real real -> new Constant.Real(real.value().negate());
            case Constant.Complex both ->
                new Constant.Complex(both.real().negate(), both.imag().negate());
            case Constant.Unknown _, Constant.Bool _, Constant.Text _ -> Constant.UNKNOWN;
          };
      case XOR ->
          x instanceof Constant.Int whole
              ? Constant.of(complement(whole.value(), unsignedBits))
              : Constant.UNKNOWN;
      case NOT -> x instanceof Constant.Bool truth ? Constant.of(!truth.value()) : Constant.UNKNOWN;
      default -> Constant.UNKNOWN;
    };
  }

  private static BigInteger complement(BigInteger value, int unsignedBits) {
    BigInteger flipped = value.not();
    return unsignedBits == 0
        ? flipped
        : flipped.and(BigInteger.ONE.shiftLeft(unsignedBits).subtract(BigInteger.ONE));
  }

  /** {@link Token#QUO} of integers is exact; {@link Token#QUO_ASSIGN} cuts off the fraction. */
  public static Constant binary(Constant x, Token operator, Constant y) {
    if (x instanceof Constant.Bool one && y instanceof Constant.Bool other) {
      return switch (operator) {
        case LAND -> Constant.of(one.value() && other.value());
        case LOR -> Constant.of(one.value() || other.value());
        default -> Constant.UNKNOWN;
      };
    }
    if (x instanceof Constant.Text one && y instanceof Constant.Text other) {
      boolean fits = one.latin1().length() + (long) other.latin1().length() <= LONGEST_TEXT;
      return operator == Token.ADD && fits
          ? Constant.text(one.latin1() + other.latin1())
          : Constant.UNKNOWN;
    }
    if (x instanceof Constant.Int one && y instanceof Constant.Int other) {
      return integers(one.value(), operator, other.value());
    }
    if (x instanceof Constant.Complex || y instanceof Constant.Complex) {
      return Conversions.toComplex(x) instanceof Constant.Complex one
              && Conversions.toComplex(y) instanceof Constant.Complex other
          ? complexes(one, operator, other)
          : Constant.UNKNOWN;
    }
    return Conversions.toFloat(x) instanceof Constant.Real one
            && Conversions.toFloat(y) instanceof Constant.Real other
        ? reals(one.value(), operator, other.value())
        : Constant.UNKNOWN;
  }

  private static Constant integers(BigInteger x, Token operator, BigInteger y) {
    if (x.bitLength() + y.bitLength() > LARGEST_BITS) {
      return Constant.UNKNOWN;
    }
    boolean isByZero = y.signum() == 0;
    return switch (operator) {
      case ADD -> Constant.of(x.add(y));
      case SUB -> Constant.of(x.subtract(y));
      case MUL -> Constant.of(x.multiply(y));
      case QUO -> isByZero ? Constant.UNKNOWN : quotient(x, y);
      case QUO_ASSIGN -> isByZero ? Constant.UNKNOWN : Constant.of(x.divide(y));
      case REM -> isByZero ? Constant.UNKNOWN : Constant.of(x.remainder(y));
      case AND -> Constant.of(x.and(y));
      case OR -> Constant.of(x.or(y));
      case XOR -> Constant.of(x.xor(y));
      case AND_NOT -> Constant.of(x.andNot(y));
      default -> Constant.UNKNOWN;
    };
  }

  private static Constant quotient(BigInteger x, BigInteger y) {
    return new Constant.Real(Rational.of(x, y));
  }

  private static Constant reals(Rational x, Token operator, Rational y) {
    if (x.isExtreme() || y.isExtreme()) {
      return Constant.UNKNOWN;
    }
    return switch (operator) {
      case ADD -> new Constant.Real(x.add(y));
      case SUB -> new Constant.Real(x.subtract(y));
      case MUL -> new Constant.Real(x.multiply(y));
      case QUO -> y.signum() == 0 ? Constant.UNKNOWN : new Constant.Real(x.divide(y));
      default -> Constant.UNKNOWN;
    };
  }

  private static Constant complexes(Constant.Complex x, Token operator, Constant.Complex y) {
    Rational a = x.real();
    Rational b = x.imag();
    Rational c = y.real();
    Rational d = y.imag();
    if (a.isExtreme() || b.isExtreme() || c.isExtreme() || d.isExtreme()) {
      return Constant.UNKNOWN;
    }
    return switch (operator) {
      case ADD -> new Constant.Complex(a.add(c), b.add(d));
      case SUB -> new Constant.Complex(a.subtract(c), b.subtract(d));
      case MUL ->
          new Constant.Complex(
              a.multiply(c).subtract(b.multiply(d)), b.multiply(c).add(a.multiply(d)));
      case QUO -> {
        Rational length = c.multiply(c).add(d.multiply(d));
        yield length.signum() == 0
            ? Constant.UNKNOWN
            : new Constant.Complex(
                a.multiply(c).add(b.multiply(d)).divide(length),
                b.multiply(c).subtract(a.multiply(d)).divide(length));
      }
      default -> Constant.UNKNOWN;
    };
  }

  /** {@code x << count} or {@code x >> count} of an integer. */
  public static Constant shift(Constant x, Token operator, int count) {
    if (!(x instanceof Constant.Int whole) || count < 0 || count > LARGEST_SHIFT) {
      return Constant.UNKNOWN;
    }
    return Constant.of(
        operator == Token.SHL ? whole.value().shiftLeft(count) : whole.value().shiftRight(count));
  }

  /** False where they can't be compared. */
  public static boolean compare(Constant x, Token operator, Constant y) {
    if (x instanceof Constant.Bool one && y instanceof Constant.Bool other) {
      return switch (operator) {
        case EQL -> one.value() == other.value();
        case NEQ -> one.value() != other.value();
        default -> false;
      };
    }
    if (x instanceof Constant.Text one && y instanceof Constant.Text other) {
      return holds(one.latin1().compareTo(other.latin1()), operator);
    }
    if (x instanceof Constant.Int one && y instanceof Constant.Int other) {
      return holds(one.value().compareTo(other.value()), operator);
    }
    if (x instanceof Constant.Complex || y instanceof Constant.Complex) {
      return Conversions.toComplex(x) instanceof Constant.Complex one
          && Conversions.toComplex(y) instanceof Constant.Complex other
          && switch (operator) {
            case EQL -> one.equals(other);
            case NEQ -> !one.equals(other);
            default -> false;
          };
    }
    return Conversions.toFloat(x) instanceof Constant.Real one
        && Conversions.toFloat(y) instanceof Constant.Real other
        && holds(one.value().compare(other.value()), operator);
  }

  private static boolean holds(int order, Token operator) {
    return switch (operator) {
      case EQL -> order == 0;
      case NEQ -> order != 0;
      case LSS -> order < 0;
      case LEQ -> order <= 0;
      case GTR -> order > 0;
      case GEQ -> order >= 0;
      default -> false;
    };
  }
}
