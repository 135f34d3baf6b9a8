package dev.tidemark.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Times as Go and Prometheus write them: {@code 90s}, {@code 2m30s}, {@code 1h}. */
final class Durations {
  private Durations() {}

  static Duration parse(String option, String text) throws CommandException {
    Duration duration;
    try {
      duration =
          text.endsWith("ms")
              ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
              : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new CommandException(
          option + " is a time such as 90s, 2m30s or 1h, not `" + text + "`", "");
    }
    if (duration.isNegative() || duration.isZero()) {
      throw new CommandException(option + " is a time above zero, not `" + text + "`", "");
    }
    return duration;
  }
}
