package dev.tidemark.profile.text;

import dev.tidemark.profile.MalformedProfileException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the lines {@code # HeapAlloc = 3544464} (runtime/pprof/pprof.go, {@code
 * writeHeapInternal}).
 */
final class MemStatsTrailer {
  static final String START = "# runtime.MemStats";

  private final Map<MemStat, Long> values = new EnumMap<>(MemStat.class);
  private double gcCpuFraction = Double.NaN;

  void read(Lines lines) throws MalformedProfileException {
    String line = lines.line();
    int equals = line.indexOf(" = ");
    if (!line.startsWith("# ") || equals < 2) {
      return;
    }
    String name = line.substring(2, equals);
    String value = line.substring(equals + 3).strip();
    switch (name) {
      case "Stack", "MSpan", "MCache" -> {
        int slash = value.indexOf(" / ");
        if (slash < 0) {
          throw lines.malformed(
              "expected two numbers in \"%s\"".formatted(LineScanner.shortened(line)));
        }
        put(lines, name + "Inuse", value.substring(0, slash));
        put(lines, name + "Sys", value.substring(slash + 3));
      }
      case "GCCPUFraction" -> gcCpuFraction = fraction(lines, value);
      default -> put(lines, name, value);
    }
  }

  private void put(Lines lines, String field, String value) throws MalformedProfileException {
    Optional<MemStat> stat = MemStat.ofField(field);
    if (stat.isEmpty()) {
      return;
    }
    try {
      values.put(stat.get(), Long.parseLong(value));
    } catch (NumberFormatException notANumber) {
      throw lines.malformed(
          "%s is no 64-bit number: \"%s\"".formatted(field, LineScanner.shortened(value)));
    }
  }

  private static double fraction(Lines lines, String value) throws MalformedProfileException {
    // Double.parseDouble takes hexadecimal and "1d" too, and a Go program never prints hundreds of
    // digits.
    if (value.length() <= 40) {
      try {
        return Double.parseDouble(value);
      } catch (NumberFormatException notANumber) {
        // reported below
      }
    }
    throw lines.malformed(
        "GCCPUFraction is no number: \"%s\"".formatted(LineScanner.shortened(value)));
  }

  MemStats stats() {
    return values.isEmpty() ? MemStats.NONE : new MemStats(values, gcCpuFraction);
  }
}
