package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 50,000 stacks of thirty calls. */
class LargePageBrowserTest {
  /** Measured at a quarter of this on two quiet cores; others may work on this machine too. */
  private static final double SLOWEST_PICTURE_MILLIS = 3000;

  private static final long LARGEST_PAGE = 6 << 20;

  @TempDir Path folder;

  @Test
  void isSmallAndSoonDrawnAndStaysLively() throws IOException {
    Path profile = Files.write(folder.resolve("heap.pb.gz"), profile());
    Path file = Pages.of(profile, folder.resolve("r.html"));
    assertThat(Files.size(file)).isLessThan(LARGEST_PAGE);
    try (Chromium chromium = new Chromium();
        Opened opened = chromium.open(file, 2000, ColorScheme.LIGHT)) {
      double picture =
          ((Number)
                  opened
                      .page()
                      .evaluate("performance.getEntriesByName('tidemark-flame-1')[0].startTime"))
              .doubleValue();
      System.out.printf(
          "50,000 stacks: %,d bytes of page, first picture after %.0f ms%n",
          Files.size(file), picture);
      assertThat(picture).isLessThan(SLOWEST_PICTURE_MILLIS);
      Locator canvas = opened.page().locator(".flame canvas").first();
      canvas.focus();
      for (int i = 0; i < 35; i++) {
        canvas.press("ArrowDown");
      }
      assertThat(opened.page().locator(".flame").first().getAttribute("data-focus"))
          .startsWith("package");
      opened.page().locator("button", byText("Allocators first")).first().click();
      opened.page().locator(".flame input").first().fill("function7");
      assertThat(opened.page().locator(".flame output").first().textContent()).contains("calls, ");
      assertThat(opened.complaints()).isEmpty();
    }
  }

  private static com.microsoft.playwright.Page.LocatorOptions byText(String text) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
  }

  private static byte[] profile() {
    Random random = new Random(5);
    ProfileBuilder builder =
        new ProfileBuilder(
            ProfileHeader.of(
                List.of(
                    new ValueType("inuse_objects", "count"),
                    new ValueType("inuse_space", "bytes"))));
    int[] functions = new int[2000];
    for (int i = 0; i < functions.length; i++) {
      String name = "example.com/shop/package%d.(*Type).function%d".formatted(i % 40, i);
      functions[i] = builder.location(new Frame(name, "/app/package" + i % 40 + "/file.go", i));
    }
    for (int sample = 0; sample < 50_000; sample++) {
      int[] stack = new int[30];
      for (int depth = 0; depth < stack.length; depth++) {
        int choices = depth < 20 ? 1 : depth < 26 ? 3 : 60;
        stack[stack.length - 1 - depth] = functions[depth * 60 + random.nextInt(choices)];
      }
      builder.sample(stack, List.of(), 1, 512L << random.nextInt(12));
    }
    return PprofWriter.write(builder.build());
  }
}
