package dev.tidemark.golang.constant;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.golang.syntax.Token;
import java.math.BigInteger;

/** The values of literals as they are written. */
public final class Literals {
  /** No number that a type can hold has an exponent of more. */
  private static final int LARGEST_EXPONENT = 20_000;

  private Literals() {}

  /**
   * @param kind one of {@link Token#INT} to {@link Token#STRING}
   * @return unknown for what is malformed, or too large to be meant
   */
  public static Constant value(Token kind, String text) {
    try {
      return switch (kind) {
        case INT -> integer(text);
        case FLOAT -> real(text);
        case IMAG -> imaginary(text);
        case CHAR -> rune(text);
        case STRING -> string(text);
        default -> Constant.UNKNOWN;
      };
    } catch (NumberFormatException | StringIndexOutOfBoundsException malformed) {
      return Constant.UNKNOWN;
    }
  }

  private static Constant integer(String text) {
    String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return digits.length() <= 18
          ? Constant.of(Long.parseLong(digits))
          : Constant.of(new BigInteger(digits));
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> Constant.of(new BigInteger(digits.substring(2), 16));
      case 'b', 'B' -> Constant.of(new BigInteger(digits.substring(2), 2));
      case 'o', 'O' -> Constant.of(new BigInteger(digits.substring(2), 8));
      default -> Constant.of(new BigInteger(digits, 8));
    };
  }

  private static Constant real(String text) {
    Rational value = rational(text.replace("_", ""));
    return value.isExtreme() ? Constant.UNKNOWN : new Constant.Real(value);
  }

  private static Rational rational(String digits) {
    boolean isHex = digits.startsWith("0x") || digits.startsWith("0X");
    String body = isHex ? digits.substring(2) : digits;
    int mark = exponentMark(body, isHex);
    String mantissa = mark < 0 ? body : body.substring(0, mark);
    int exponent = mark < 0 ? 0 : Integer.parseInt(body.substring(mark + 1));
    int point = mantissa.indexOf('.');
    int fraction = point < 0 ? 0 : mantissa.length() - point - 1;
    String whole =
        point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
    BigInteger value = new BigInteger(whole, isHex ? 16 : 10);
    int scale = isHex ? exponent - 4 * fraction : exponent - fraction;
    if (Math.abs((long) scale) > LARGEST_EXPONENT) {
      throw new NumberFormatException("exponent " + scale);
    }
    BigInteger base = isHex ? BigInteger.TWO : BigInteger.TEN;
    BigInteger power = base.pow(Math.abs(scale));
    return scale >= 0
        ? Rational.of(value.multiply(power), BigInteger.ONE)
        : Rational.of(value, power);
  }

  private static int exponentMark(String body, boolean isHex) {
    int small = body.indexOf(isHex ? 'p' : 'e');
    return small >= 0 ? small : body.indexOf(isHex ? 'P' : 'E');
  }

  private static Constant imaginary(String text) {
    String digits = text.substring(0, text.length() - 1).replace("_", "");
    boolean isPrefixed =
        digits.length() > 1
            && digits.charAt(0) == '0'
            && "bBoOxX".indexOf(digits.charAt(1)) >= 0
            && exponentMark(digits, true) < 0
            && digits.indexOf('.') < 0;
    // 0123i is 123i, for compatibility: only a prefix makes it another base.
    Rational value =
        isPrefixed && integer(digits) instanceof Constant.Int whole
            ? Rational.of(whole.value())
            : rational(digits);
    return value.isExtreme() ? Constant.UNKNOWN : new Constant.Complex(Rational.ZERO, value);
  }

  private static Constant rune(String text) {
    if (text.length() < 3 || text.charAt(0) != '\'' || text.charAt(text.length() - 1) != '\'') {
      return Constant.UNKNOWN;
    }
    String body = text.substring(1, text.length() - 1);
    if (body.charAt(0) != '\\') {
      return body.codePointCount(0, body.length()) == 1
          ? Constant.of(body.codePointAt(0))
          : Constant.UNKNOWN;
    }
    Escape escape = Escape.at(body, 0);
    return escape.end() == body.length() ? Constant.of(escape.value()) : Constant.UNKNOWN;
  }

  private static Constant string(String text) {
    if (text.length() < 2 || text.charAt(text.length() - 1) != text.charAt(0)) {
      return Constant.UNKNOWN;
    }
    String body = text.substring(1, text.length() - 1);
    if (text.charAt(0) == '`') {
      return Constant.text(latin1(body.replace("\r", "")));
    }
    int slash = body.indexOf('\\');
    if (slash < 0) {
      return Constant.text(latin1(body));
    }
    StringBuilder bytes = new StringBuilder(body.length());
    int from = 0;
    while (slash >= 0) {
      bytes.append(latin1(body.substring(from, slash)));
      Escape escape = Escape.at(body, slash);
      bytes.append(
          escape.isByte()
              ? String.valueOf((char) escape.value())
              : latin1(Character.toString(escape.value())));
      from = escape.end();
      slash = body.indexOf('\\', from);
    }
    return Constant.text(bytes.append(latin1(body.substring(from))).toString());
  }

  private static String latin1(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
      }
    }
    return text;
  }

  /**
   * One escape.
   *
   * @param isByte whether a byte is meant rather than a code point
   * @param end behind it
   */
  private record Escape(int value, boolean isByte, int end) {
    static Escape at(String body, int slash) {
      char kind = body.charAt(slash + 1);
      return switch (kind) {
        case 'a' -> new Escape(7, true, slash + 2);
        case 'b' -> new Escape('\b', true, slash + 2);
        case 'f' -> new Escape('\f', true, slash + 2);
        case 'n' -> new Escape('\n', true, slash + 2);
        case 'r' -> new Escape('\r', true, slash + 2);
        case 't' -> new Escape('\t', true, slash + 2);
        case 'v' -> new Escape(11, true, slash + 2);
        case '\\', '\'', '"' -> new Escape(kind, true, slash + 2);
        case 'x' -> digits(body, slash + 2, 2, 16, true);
        case 'u' -> digits(body, slash + 2, 4, 16, false);
        case 'U' -> digits(body, slash + 2, 8, 16, false);
        default -> digits(body, slash + 1, 3, 8, true);
      };
    }

    private static Escape digits(String body, int from, int count, int base, boolean isByte) {
      int value = Integer.parseInt(body.substring(from, from + count), base);
      boolean isValid = isByte ? value <= 0xFF : Character.isValidCodePoint(value);
      if (!isValid) {
        throw new NumberFormatException("escape of " + value);
      }
      return new Escape(value, isByte, from + count);
    }
  }
}
