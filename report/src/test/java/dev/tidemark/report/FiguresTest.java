package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void theNameOfTheColumnSaysTheUnit() {
    assertThat(new Figures("rss_bytes").amount(5.5 * (1 << 20))).isEqualTo("5.5 MiB");
    assertThat(new Figures("fraction").amount(0.0213)).isEqualTo("2.13%");
    assertThat(new Figures("memory_usage_ratio").amount(0.956)).isEqualTo("95.6%");
    assertThat(new Figures("used_percent").amount(12.34)).isEqualTo("12.3%");
    assertThat(new Figures("pages").amount(1234.5)).isEqualTo("1230");
  }

  @Test
  void anIntervalIsInOneUnit() {
    assertThat(new Figures("rss_bytes").interval(500 << 10, 3 << 20)).isEqualTo("(0.5 … 3.0)");
    assertThat(new Figures("fraction").interval(0, 0.0251)).isEqualTo("(0 … 2.51)");
  }

  @Test
  void growthHasASign() {
    assertThat(new Figures("fraction").signed(0.02)).isEqualTo("+2%");
    assertThat(new Figures("fraction").signed(-0.02)).isEqualTo("-2%");
  }

  @Test
  void numbersForProgramsHaveSixDigits() {
    assertThat(Figures.plain(0)).isEqualTo("0");
    assertThat(Figures.plain(0.0213000049)).isEqualTo("0.0213");
    assertThat(Figures.plain(-0.00012345678)).isEqualTo("-0.000123457");
    assertThat(Figures.plain(27_262_976.123)).isEqualTo("27263000");
    assertThat(Figures.plain(1e-15)).isEqualTo("1E-15");
  }
}
