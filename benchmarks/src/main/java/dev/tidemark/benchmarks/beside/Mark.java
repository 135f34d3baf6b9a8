package dev.tidemark.benchmarks.beside;

import java.util.Locale;

/** What a figure is to reach, and whether it does. */
record Mark(String text, boolean isReached) {
  static Mark atMost(double value, double limit, String unit) {
    return new Mark("≤ %s%s".formatted(plain(limit), unit), value <= limit);
  }

  static Mark atLeast(double value, double least, String unit) {
    return new Mark("≥ %s%s".formatted(plain(least), unit), value >= least);
  }

  /** So many times less than the peer. */
  static Mark times(double ratio, double least) {
    return new Mark("≥ %s×".formatted(plain(least)), ratio >= least);
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.valueOf((long) number)
        : String.format(Locale.ROOT, "%.1f", number);
  }

  @Override
  public String toString() {
    return text + (isReached ? " yes" : " NO");
  }
}
