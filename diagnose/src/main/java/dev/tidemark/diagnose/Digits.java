package dev.tidemark.diagnose;

/**
 * Numbers as digits, the same in every locale. {@code String.format} loads the locale's data for
 * that, which takes a short command longer than its work.
 */
public final class Digits {
  private Digits() {}

  /** {@code 1,234,567}. */
  public static String grouped(long value) {
    String digits = Long.toString(Math.abs(value));
    if (value == Long.MIN_VALUE) {
      digits = digits.substring(1);
    }
    StringBuilder text = new StringBuilder(digits.length() + 8);
    if (value < 0) {
      text.append('-');
    }
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        text.append(',');
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }

  /** {@code -3.4}; never {@code -0.0}. */
  public static String oneDecimal(double value) {
    long tenths = Math.round(Math.abs(value) * 10);
    String text = grouped(tenths / 10) + "." + tenths % 10;
    return value < 0 && tenths > 0 ? "-" + text : text;
  }

  /** Padded on the left to a width; what is wider stays as it is. */
  public static String right(String text, int width) {
    return text.length() >= width ? text : " ".repeat(width - text.length()) + text;
  }

  /** Padded on the right to a width. */
  public static String left(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
