package dev.tidemark.report;

import dev.tidemark.diagnose.Digits;
import dev.tidemark.diagnose.Words;
import dev.tidemark.profile.ValueType;
import java.time.Duration;

/** A value of a profile in words, by its unit. */
public final class Amount {
  private final ValueType type;

  public Amount(ValueType type) {
    this.type = type;
  }

  public String of(long value) {
    return switch (type.unit()) {
      case "bytes" -> value < 0 ? "-" + Words.bytes(-value) : Words.bytes(value);
      case "nanoseconds" -> (value < 0 ? "-" : "") + time(Math.abs(value));
      default -> Words.count(value);
    };
  }

  public String signed(long value) {
    return value > 0 ? "+" + of(value) : of(value);
  }

  private static String time(long nanos) {
    if (nanos == 0) {
      return "0 s";
    }
    if (nanos < 1_000_000) {
      return Digits.oneDecimal(nanos / 1e3) + " µs";
    }
    if (nanos < 1_000_000_000) {
      return Digits.oneDecimal(nanos / 1e6) + " ms";
    }
    return nanos < 60_000_000_000L
        ? Digits.oneDecimal(nanos / 1e9) + " s"
        : Words.duration(Duration.ofNanos(nanos));
  }
}
