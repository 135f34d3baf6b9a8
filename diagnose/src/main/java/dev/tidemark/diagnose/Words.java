package dev.tidemark.diagnose;

import java.time.Duration;

/** Numbers as sentences have them. */
public final class Words {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Words() {}

  /** {@code 2.7 MiB}; the unit is that of {@code bytes}. */
  public static String bytes(double bytes) {
    return number(bytes, unitOf(bytes)) + " " + UNITS[unitOf(bytes)];
  }

  /** {@code +2.7 MiB}. */
  public static String signedBytes(double bytes) {
    return signed(bytes, bytes(Math.abs(bytes)));
  }

  /** {@code 15.8 → 21.3 MiB}, both in the unit of the larger. */
  public static String bytesFromTo(double from, double to) {
    int unit = unitOf(Math.max(Math.abs(from), Math.abs(to)));
    return number(from, unit) + " → " + number(to, unit) + " " + UNITS[unit];
  }

  /** {@code +2.7 MiB/min (2.3 … 3.2)}, the interval in the unit of the estimate. */
  public static String bytesPerMinute(double estimate, double low, double high) {
    if (!Double.isFinite(low)) {
      return signedBytes(estimate) + "/min (seen once only: any growth is possible)";
    }
    int unit = unitOf(estimate);
    if (unit < unitOf(Math.max(Math.abs(low), Math.abs(high)))) {
      unit = unitOf(Math.max(Math.abs(low), Math.abs(high)));
    }
    return signed(estimate, number(Math.abs(estimate), unit))
        + " "
        + UNITS[unit]
        + "/min ("
        + number(low, unit)
        + " … "
        + number(high, unit)
        + ")";
  }

  /** {@code +120/min (110 … 130)}. */
  public static String countPerMinute(double estimate, double low, double high) {
    if (!Double.isFinite(low)) {
      return sign(estimate) + count(Math.abs(estimate)) + "/min (seen once only)";
    }
    return signed(estimate, count(Math.abs(estimate)))
        + "/min ("
        + count(low)
        + " … "
        + count(high)
        + ")";
  }

  public static String count(double count) {
    return Math.abs(count) < 10 && count != Math.rint(count)
        ? Digits.oneDecimal(count)
        : Digits.grouped(Math.round(count));
  }

  public static String percent(double share) {
    return Math.round(share * 100) + "%";
  }

  /** {@code 45s}, {@code 2m30s}, {@code 2h33m}, {@code 3d4h}. */
  public static String duration(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3600) {
      return seconds / 60 + "m" + (seconds % 60 == 0 ? "" : seconds % 60 + "s");
    }
    long minutes = seconds / 60;
    if (minutes < 48 * 60) {
      return minutes / 60 + "h" + (minutes % 60 == 0 ? "" : minutes % 60 + "m");
    }
    long hours = minutes / 60;
    return hours / 24 + "d" + (hours % 24 == 0 ? "" : hours % 24 + "h");
  }

  private static String sign(double value) {
    return value < 0 ? "-" : "+";
  }

  /** With the sign of a value, unless it is shown as nothing: never {@code -0.0}. */
  private static String signed(double value, String shown) {
    return (shown.startsWith("0.0") || shown.equals("0 B") || shown.equals("0") ? "+" : sign(value))
        + shown;
  }

  private static int unitOf(double bytes) {
    double rest = Math.abs(bytes);
    int unit = 0;
    // 1023.95 rather than 1024, so that rounding never prints 1024.0 of a unit.
    while (rest >= 1023.95 && unit < UNITS.length - 1) {
      rest /= 1024;
      unit++;
    }
    return unit;
  }

  private static String number(double bytes, int unit) {
    double scaled = bytes / Math.pow(1024, unit);
    return unit == 0 ? Digits.grouped(Math.round(scaled)) : Digits.oneDecimal(scaled);
  }
}
