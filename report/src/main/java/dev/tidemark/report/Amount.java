package dev.tidemark.report;

import dev.tidemark.diagnose.Words;
import dev.tidemark.profile.ValueType;
import java.time.Duration;

/** A value of a profile in words, by its unit. */
final class Amount {
  private final ValueType type;

  Amount(ValueType type) {
    this.type = type;
  }

  String of(long value) {
    return switch (type.unit()) {
      case "bytes" -> value < 0 ? "-" + Words.bytes(-value) : Words.bytes(value);
      case "nanoseconds" -> (value < 0 ? "-" : "") + time(Math.abs(value));
      default -> Words.count(value);
    };
  }

  String signed(long value) {
    return value > 0 ? "+" + of(value) : of(value);
  }

  private static String time(long nanos) {
    if (nanos < 1_000_000) {
      return "%.1f µs".formatted(nanos / 1e3);
    }
    if (nanos < 1_000_000_000) {
      return "%.1f ms".formatted(nanos / 1e6);
    }
    return nanos < 60_000_000_000L
        ? "%.2f s".formatted(nanos / 1e9)
        : Words.duration(Duration.ofNanos(nanos));
  }
}
