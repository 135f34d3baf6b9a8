package dev.tidemark.profile.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers with units between two ends, both included: {@code 32kb:1mb}. */
record QuantityRange(double low, double high, String dimension) {
  private static final Pattern QUANTITY = Pattern.compile("([+-]?\\d+)([A-Za-z]+)?");

  /** The range that a text names, null if it is none. */
  static @Nullable QuantityRange parse(String text) {
    Matcher matcher = QUANTITY.matcher(text);
    List<double[]> ends = new ArrayList<>();
    List<String> found = new ArrayList<>();
    String dimension = "";
    while (matcher.find()) {
      String unit = matcher.group(2) == null ? "" : matcher.group(2);
      Scale scale = Scale.of(unit);
      dimension = dimension.isEmpty() ? scale.dimension() : dimension;
      ends.add(new double[] {Double.parseDouble(matcher.group(1)) * scale.factor()});
      found.add(matcher.group());
    }
    if (found.size() == 1) {
      double end = ends.getFirst()[0];
      String only = found.getFirst();
      if (text.equals(only)) {
        return new QuantityRange(end, end, dimension);
      }
      if (text.equals(only + ":")) {
        return new QuantityRange(end, Double.POSITIVE_INFINITY, dimension);
      }
      if (text.equals(":" + only)) {
        return new QuantityRange(Double.NEGATIVE_INFINITY, end, dimension);
      }
    }
    if (found.size() == 2 && text.equals(found.get(0) + ":" + found.get(1))) {
      return new QuantityRange(ends.get(0)[0], ends.get(1)[0], dimension);
    }
    return null;
  }

  boolean holds(long value, String unit) {
    Scale scale = Scale.of(unit);
    double scaled =
        dimension.isEmpty() || scale.dimension().equals(dimension)
            ? value * (dimension.isEmpty() ? 1 : scale.factor())
            : Double.NaN;
    return low <= scaled && scaled <= high;
  }

  private record Scale(String dimension, double factor) {
    static Scale of(String unit) {
      return switch (unit.toLowerCase(Locale.ROOT)) {
        case "b", "byte", "bytes" -> new Scale("bytes", 1);
        case "kb", "kib", "kbyte", "kilobyte", "kilobytes" -> new Scale("bytes", 1L << 10);
        case "mb", "mib", "mbyte", "megabyte", "megabytes" -> new Scale("bytes", 1L << 20);
        case "gb", "gib", "gbyte", "gigabyte", "gigabytes" -> new Scale("bytes", 1L << 30);
        case "tb", "tib", "tbyte", "terabyte", "terabytes" -> new Scale("bytes", 1L << 40);
        case "ns", "nanosecond", "nanoseconds" -> new Scale("time", 1);
        case "us", "microsecond", "microseconds" -> new Scale("time", 1e3);
        case "ms", "millisecond", "milliseconds" -> new Scale("time", 1e6);
        case "s", "sec", "second", "seconds" -> new Scale("time", 1e9);
        case "m", "min", "minute", "minutes" -> new Scale("time", 60e9);
        case "h", "hr", "hrs", "hour", "hours" -> new Scale("time", 3600e9);
        default -> new Scale(unit, 1);
      };
    }
  }
}
