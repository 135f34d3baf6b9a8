package dev.tidemark.profile.filter;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number in a unit, converted as pprof converts (google/pprof internal/measurement, {@code
 * Scale}): bytes and times know their multiples, anything else keeps its number and takes the name
 * of the unit asked for.
 */
record Quantity(double value, String unit) {
  private record Unit(String name, double factor, List<String> aliases) {}

  private record Dimension(Unit base, List<Unit> units) {
    @Nullable Unit named(String unit) {
      String lower = unit.toLowerCase(Locale.ROOT);
      boolean isPlural = lower.length() > 2 && lower.endsWith("s");
      String singular = isPlural ? lower.substring(0, lower.length() - 1) : lower;
      return units.stream().filter(u -> u.aliases.contains(singular)).findFirst().orElse(null);
    }
  }

  private static final Unit BYTE = new Unit("B", 1, List.of("b", "byte"));
  private static final Unit SECOND = new Unit("s", 1e9, List.of("s", "sec", "second"));
  private static final List<Dimension> DIMENSIONS =
      List.of(
          new Dimension(
              BYTE,
              List.of(
                  BYTE,
                  new Unit("kB", 1L << 10, List.of("kb", "kbyte", "kilobyte")),
                  new Unit("MB", 1L << 20, List.of("mb", "mbyte", "megabyte")),
                  new Unit("GB", 1L << 30, List.of("gb", "gbyte", "gigabyte")),
                  new Unit("TB", 1L << 40, List.of("tb", "tbyte", "terabyte")),
                  new Unit("PB", 1L << 50, List.of("pb", "pbyte", "petabyte")))),
          new Dimension(
              SECOND,
              List.of(
                  new Unit("ns", 1, List.of("ns", "nanosecond")),
                  new Unit("us", 1e3, List.of("\u03bcs", "us", "microsecond")),
                  new Unit("ms", 1e6, List.of("ms", "millisecond")),
                  SECOND,
                  new Unit("hrs", 3600e9, List.of("hour", "hr")))));

  static Quantity of(double value, String from, String to) {
    for (Dimension dimension : DIMENSIONS) {
      Unit unit = dimension.named(from);
      if (unit != null) {
        Unit wanted = dimension.named(to);
        Unit target = wanted == null ? dimension.base() : wanted;
        return new Quantity(value * unit.factor() / target.factor(), target.name());
      }
    }
    return switch (to) {
      case "count", "sample", "unit", "minimum", "auto" -> new Quantity(value, "");
      default -> new Quantity(value, to);
    };
  }
}
