package dev.tidemark.report;

import dev.tidemark.detect.Growth;
import dev.tidemark.diagnose.Digits;
import dev.tidemark.diagnose.Remainder;
import dev.tidemark.diagnose.Words;

/** What is beside the cases, in words. */
final class RemainderText {
  private RemainderText() {}

  static String sites(Remainder rest) {
    Growth growth = rest.bytes();
    boolean isOne = rest.sites() == 1;
    String judgement =
        growth.isCertain()
            ? isOne ? "grows too, not surely" : "grow too, none of them surely"
            : isOne ? "is within noise" : "are within noise";
    return "%s other %s, together %s, %s"
        .formatted(
            Digits.grouped(rest.sites()),
            isOne ? "site" : "sites",
            Words.bytesPerMinute(growth.estimate(), growth.low(), growth.high()),
            judgement);
  }

  static String groups(Remainder rest) {
    return rest.groups() == 1
        ? "1 other goroutine group does not surely grow"
        : Digits.grouped(rest.groups()) + " other goroutine groups do not surely grow";
  }
}
