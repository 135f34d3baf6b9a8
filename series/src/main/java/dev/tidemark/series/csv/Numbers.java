package dev.tidemark.series.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Decimal numbers straight from bytes. */
final class Numbers {
  /** What stands for "this is no number"; NaN is one that a file may well say. */
  static final double NONE = Double.NEGATIVE_INFINITY;

  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private Numbers() {}

  /**
   * The number in a range of bytes, or {@link #NONE}. Up to 2^53 as digits and 22 places behind the
   * point, one division gives the correctly rounded result (Clinger 1990, "How to read floating
   * point numbers accurately"); the rest is left to {@link Double#parseDouble}.
   */
  static double parse(byte[] bytes, int from, int to) {
    long digits = 0;
    int places = -1;
    int count = 0;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        digits = digits * 10 + (b - '0');
        count++;
        places += places >= 0 ? 1 : 0;
      } else if (b == '.' && places < 0) {
        places = 0;
      } else {
        return slowly(bytes, from, to);
      }
    }
    if (count == 0) {
      return NONE;
    }
    if (count > 15) {
      return slowly(bytes, from, to);
    }
    return places <= 0 ? digits : digits / POWERS[places];
  }

  private static double slowly(byte[] bytes, int from, int to) {
    if (to - from > 400) {
      return NONE;
    }
    String text = new String(bytes, from, to - from, ISO_8859_1);
    if (text.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    if (text.equalsIgnoreCase("inf") || text.equalsIgnoreCase("+inf")) {
      return Double.POSITIVE_INFINITY;
    }
    // Java's own notation has more: 1d, 0x1p3.
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) {
        return NONE;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notOne) {
      return NONE;
    }
  }
}
