package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.tidemark.cli.Chromium.Opened;
import dev.tidemark.diagnose.Words;
import dev.tidemark.profile.ValueType;
import dev.tidemark.report.Amount;
import dev.tidemark.report.FrameText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page words numbers as every other rendering does. */
class WordsBrowserTest {
  @TempDir Path folder;

  @Test
  void numbersAreWordedAsJavaWordsThem() {
    try (Chromium chromium = new Chromium();
        Opened opened =
            chromium.open(
                Pages.ofCaptures(folder, "formats/shop-cpu-2s.pb.gz"), 400, ColorScheme.LIGHT)) {
      Page page = opened.page();
      Random random = new Random(3);
      for (int i = 0; i < 400; i++) {
        long value = random.nextLong(1L << random.nextInt(1, 48)) * (random.nextBoolean() ? 1 : -1);
        for (String unit : List.of("bytes", "nanoseconds", "count")) {
          Amount amount = new Amount(new ValueType("x", unit));
          Map<String, Object> asked = Map.of("unit", unit, "value", (double) value);
          assertThat(page.evaluate("a => TidemarkWords.amount(a.unit, a.value)", asked))
              .as("%d %s", value, unit)
              .isEqualTo(amount.of(value));
          assertThat(page.evaluate("a => TidemarkWords.signed(a.unit, a.value)", asked))
              .isEqualTo(amount.signed(value));
        }
        double low = value / 3.7;
        double middle = low + random.nextDouble() * 100_000;
        double high = middle + random.nextDouble() * 1_000_000;
        List<Double> growth = List.of(middle, low, high);
        assertThat(page.evaluate("g => TidemarkWords.perMinute('bytes', g)", growth))
            .isEqualTo(Words.bytesPerMinute(middle, low, high));
        assertThat(page.evaluate("g => TidemarkWords.perMinute('count', g)", growth))
            .isEqualTo(Words.countPerMinute(middle, low, high));
        long millis = Math.abs(value) % 1_000_000_000L;
        assertThat(page.evaluate("m => TidemarkWords.duration(m)", (double) millis))
            .isEqualTo(Words.duration(Duration.ofMillis(millis)));
      }
      for (String name :
          List.of("net/http.(*conn).serve", "main.main", "a/b.F[c/d.T]", "x/y.G[go.shape.int]")) {
        assertThat(page.evaluate("n => TidemarkWords.shortFunction(n)", name))
            .isEqualTo(FrameText.shortFunction(name));
      }
    }
  }
}
