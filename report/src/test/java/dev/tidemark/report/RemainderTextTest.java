package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.detect.Growth;
import dev.tidemark.diagnose.Remainder;
import org.junit.jupiter.api.Test;

class RemainderTextTest {
  private static final Growth NOISE = new Growth(0, -2048, 2048);
  private static final Growth CERTAIN = new Growth(2048, 1024, 4096);

  @Test
  void oneIsSingular() {
    assertThat(RemainderText.sites(new Remainder(1, NOISE, 1)))
        .startsWith("1 other site, together ")
        .endsWith(", is within noise");
    assertThat(RemainderText.groups(new Remainder(1, NOISE, 1)))
        .isEqualTo("1 other goroutine group does not surely grow");
  }

  @Test
  void manyArePlural() {
    assertThat(RemainderText.sites(new Remainder(1200, CERTAIN, 12)))
        .startsWith("1,200 other sites, together ")
        .endsWith(", grow too, none of them surely");
    assertThat(RemainderText.groups(new Remainder(1200, CERTAIN, 12)))
        .isEqualTo("12 other goroutine groups do not surely grow");
  }
}
