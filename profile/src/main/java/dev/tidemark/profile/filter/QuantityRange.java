package dev.tidemark.profile.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with units between two ends, both included: {@code 32kb:1mb} (google/pprof
 * internal/driver/driver_focus.go, {@code parseTagFilterRange}).
 *
 * @param unit of both ends, as {@link Quantity} names it; values that can't be told in it are
 *     outside
 */
record QuantityRange(double low, double high, String unit) {
  private static final Pattern QUANTITY = Pattern.compile("([+-]?\\d+)([A-Za-z]+)?");

  /** The range that a text names, null if it is none. */
  static @Nullable QuantityRange parse(String text) {
    Matcher matcher = QUANTITY.matcher(text);
    List<String> found = new ArrayList<>();
    List<Quantity> ends = new ArrayList<>();
    while (matcher.find() && ends.size() < 2) {
      String unit = matcher.group(2) == null ? "" : matcher.group(2);
      String to = ends.isEmpty() ? unit : ends.getFirst().unit();
      ends.add(Quantity.of(Double.parseDouble(matcher.group(1)), unit, to));
      found.add(matcher.group());
    }
    if (ends.isEmpty()) {
      return null;
    }
    double first = ends.getFirst().value();
    String unit = ends.getFirst().unit();
    if (ends.size() == 1) {
      String only = found.getFirst();
      if (text.equals(only)) {
        return new QuantityRange(first, first, unit);
      }
      if (text.equals(only + ":")) {
        return new QuantityRange(first, Double.POSITIVE_INFINITY, unit);
      }
      return text.equals(":" + only)
          ? new QuantityRange(Double.NEGATIVE_INFINITY, first, unit)
          : null;
    }
    boolean isRange =
        text.equals(found.get(0) + ":" + found.get(1)) && ends.get(1).unit().equals(unit);
    return isRange ? new QuantityRange(first, ends.get(1).value(), unit) : null;
  }

  boolean holds(long value, String valueUnit) {
    Quantity quantity = Quantity.of(value, valueUnit, unit);
    return quantity.unit().equals(unit) && low <= quantity.value() && quantity.value() <= high;
  }
}
