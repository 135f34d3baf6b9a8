package dev.tidemark.report;

import dev.tidemark.diagnose.Digits;
import dev.tidemark.diagnose.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Values of a series in words, by the name of their column. */
final class Figures {
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private enum Kind {
    BYTES,
    FRACTION,
    PERCENT,
    OTHER
  }

  private final Kind kind;

  /**
   * @param valueName as Prometheus names units: {@code …_bytes}, {@code …_ratio}, {@code …_percent}
   */
  Figures(String valueName) {
    String name = valueName.toLowerCase(Locale.ROOT);
    if (name.endsWith("bytes")) {
      kind = Kind.BYTES;
    } else if (name.endsWith("fraction") || name.endsWith("ratio")) {
      kind = Kind.FRACTION;
    } else {
      kind = name.endsWith("percent") ? Kind.PERCENT : Kind.OTHER;
    }
  }

  String amount(double value) {
    return switch (kind) {
      case BYTES -> Words.bytes(value);
      case FRACTION -> percent(value * 100);
      case PERCENT -> percent(value);
      case OTHER -> number(value);
    };
  }

  String signed(double value) {
    String shown = amount(Math.abs(value));
    return (value < 0 ? "-" : "+") + shown;
  }

  /** {@code (2.3 … 3.2)}, in the unit of the larger, which is not repeated. */
  String interval(double low, double high) {
    return "(" + withoutUnit(low, high) + " … " + withoutUnit(high, low) + ")";
  }

  /** Six digits that count, without an exponent where it would not be shorter. */
  static String plain(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
    return rounded.scale() > 12 ? rounded.toString() : rounded.toPlainString();
  }

  private String withoutUnit(double value, double other) {
    return switch (kind) {
      case BYTES -> {
        double unit = 1;
        double largest = Math.max(Math.abs(value), Math.abs(other));
        while (largest / unit >= 1023.95 && unit < 1L << 40) {
          unit *= 1024;
        }
        yield Digits.oneDecimal(value / unit);
      }
      case FRACTION -> decimals(value * 100);
      case PERCENT -> decimals(value);
      case OTHER -> number(value);
    };
  }

  private static String percent(double value) {
    return decimals(value) + "%";
  }

  private static String decimals(double value) {
    return Math.abs(value) >= 10
        ? Digits.oneDecimal(value)
        : number(Math.round(value * 100) / 100.0);
  }

  private static String number(double value) {
    return value == 0
        ? "0"
        : new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
