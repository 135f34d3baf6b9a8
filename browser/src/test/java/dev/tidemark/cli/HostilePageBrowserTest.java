package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.tidemark.cli.Chromium.Opened;
import dev.tidemark.profile.Frame;
import dev.tidemark.profile.ProfileBuilder;
import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.pprof.PprofWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile whose names try to be markup and script. */
class HostilePageBrowserTest {
  private static final String NAME =
      "</script><script>window.harmed=1</script><img src=x onerror=window.harmed=1>"
          + "\"'`${window.harmed=1}\u2028\u202e\u200b";

  @TempDir Path folder;

  @Test
  void harmsNothingAndIsShownAsText() throws IOException {
    Path run = Files.createDirectory(folder.resolve("<img src=x onerror=window.harmed=1>"));
    for (int i = 0; i < 10; i++) {
      Files.write(run.resolve("heap-" + i + ".pb.gz"), profile(i));
    }
    Files.writeString(run.resolve("broken-<script>.pb.gz"), "\u001f\u008b<script>");
    try (Chromium chromium = new Chromium();
        Opened opened =
            chromium.open(Pages.of(run, folder.resolve("r.html")), 400, ColorScheme.DARK)) {
      assertThat(opened.page().evaluate("window.harmed")).isNull();
      assertThat(opened.complaints()).isEmpty();
      assertThat(opened.page().locator("main img").count()).isZero();
      assertThat(opened.page().locator("main").innerText()).contains("<img src=x onerror=");
      assertThat(opened.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(400);
      assertThat(new AxeBuilder(opened.page()).analyze().getViolations()).isEmpty();
      Locator canvas = opened.page().locator(".flame canvas").first();
      canvas.focus();
      canvas.press("ArrowDown");
      assertThat(opened.page().locator(".flame p[aria-live]").first().textContent())
          .contains("window.harmed=1");
      assertThat(opened.page().evaluate("window.harmed")).isNull();
    }
  }

  private static byte[] profile(int step) {
    List<ValueType> types =
        List.of(
            new ValueType("alloc_objects", "count"),
            new ValueType("alloc_space", "bytes"),
            new ValueType("inuse_objects", "count"),
            new ValueType("inuse_space", "bytes"));
    ProfileHeader header =
        ProfileHeader.of(types)
            .withPeriod(new ValueType("space", "bytes"), 524_288)
            .withTime(1_795_488_226_000_000_000L + step * 10_000_000_000L);
    List<Frame> stack =
        List.of(new Frame("shop/" + NAME, "/app/" + NAME + ".go", 3), new Frame(NAME, NAME, 1));
    long objects = 40L * (step + 1);
    long bytes = objects << 20;
    return PprofWriter.write(
        new ProfileBuilder(header)
            .sample(stack, List.of(), 2 * objects, 2 * bytes, objects, bytes)
            .build());
  }
}
