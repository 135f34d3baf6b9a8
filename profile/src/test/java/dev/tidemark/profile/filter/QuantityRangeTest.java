package dev.tidemark.profile.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityRangeTest {
  @ParameterizedTest
  @CsvSource({
    "32kb,      32768,  bytes,        true",
    "32kb,      32769,  bytes,        false",
    "32kb:,     32768,  bytes,        true",
    "32kb:,     32767,  bytes,        false",
    ":1mb,      1048576, b,           true",
    ":1MB,      1048577, b,           false",
    "1kb:2kb,   1500,   bytes,        true",
    "1kb:2,     2048,   bytes,        true", // the second end takes the first one's unit
    "1ms:,      1000000, nanoseconds, true",
    "1s:,       999,    ms,           false",
    "1hr,       3600,   seconds,      true",
    "1kb:,      5000,   nanoseconds,  false",
    "5,         5,      requests,     true",
    "5,         5,      bytes,        false", // a number alone has no dimension
    "-4:-2,     -3,     requests,     true",
    "1kib:,     4096,   bytes,        false" // a unit pprof does not know
  })
  void holdsWhatPprofHolds(String range, long value, String unit, boolean holds) {
    QuantityRange parsed = QuantityRange.parse(range);
    assertThat(parsed != null && parsed.holds(value, unit)).isEqualTo(holds);
    assertThat(parsed).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "north", "a1", "1:2:3", "1kb:1ms", "1:2kb", ":", "1kb:north"})
  void whatIsNoRangeIsARegularExpression(String text) {
    assertThat(QuantityRange.parse(text)).isNull();
  }

  @Test
  void namesOfTheRangeSayItsUnit() {
    assertThat(QuantityRange.parse("1kb:64KB")).isEqualTo(new QuantityRange(1, 64, "kB"));
  }
}
