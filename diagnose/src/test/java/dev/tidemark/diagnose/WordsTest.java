package dev.tidemark.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0 B",
        "1023|1,023 B",
        "1024|1.0 KiB",
        "2831155|2.7 MiB",
        "1073741823|1.0 GiB",
        "-512|-512 B"
      })
  void bytesAreInTheUnitTheyNeed(double bytes, String text) {
    assertThat(Words.bytes(bytes)).isEqualTo(text);
  }

  @Test
  void aRangeIsInTheUnitOfItsLargerEnd() {
    assertThat(Words.bytesFromTo(500 * 1024, 21.3 * 1024 * 1024)).isEqualTo("0.5 → 21.3 MiB");
  }

  @Test
  void growthHasItsInterval() {
    assertThat(Words.bytesPerMinute(2.7 * 1048576, 2.3 * 1048576, 3.2 * 1048576))
        .isEqualTo("+2.7 MiB/min (2.3 … 3.2)");
    assertThat(Words.countPerMinute(-3.25, -4, 0.5)).isEqualTo("-3.3/min (-4 … 0.5)");
  }

  @Test
  void whatWasSeenOnceHasNoInterval() {
    assertThat(Words.bytesPerMinute(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
        .contains("seen once only");
  }

  @ParameterizedTest
  @CsvSource({"45, 45s", "60, 1m", "150, 2m30s", "9180, 2h33m", "273600, 3d4h"})
  void durationsAreAsGoWritesThem(long seconds, String text) {
    assertThat(Words.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @Test
  void digitsNeedNoLocale() {
    assertThat(Digits.grouped(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
    assertThat(Digits.grouped(-1234)).isEqualTo("-1,234");
    assertThat(Digits.oneDecimal(-0.04)).isEqualTo("0.0");
    assertThat(Digits.oneDecimal(1234.96)).isEqualTo("1,235.0");
  }
}
