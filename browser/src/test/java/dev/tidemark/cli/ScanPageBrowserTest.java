package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.tidemark.cli.Chromium.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan found, as a page, of code that tries to be markup and script. */
class ScanPageBrowserTest {
  private static final String SOURCE =
      """
      package shop

      import (
      	"context"
      	"net/http"
      )

      func Price(url string) (int, error) {
      	resp, err := http.Get(url) // </script><script>window.harmed=1</script><img src=x onerror=window.harmed=1>\u202e
      	if err != nil {
      		return 0, err
      	}
      	return resp.StatusCode, nil
      }

      func Until(parent context.Context, wait func(context.Context) bool) {
      	ctx, cancel := context.WithCancel(parent)
      	if wait(ctx) {
      		return
      	}
      	cancel()
      }
      """;

  @TempDir Path folder;

  private Path page() throws IOException {
    Path module = Files.createDirectory(folder.resolve("<img src=x onerror=window.harmed=1>"));
    Files.writeString(module.resolve("go.mod"), "module shop\n\ngo 1.26\n");
    Files.writeString(module.resolve("shop.go"), SOURCE);
    return Pages.of("scan", module, folder.resolve("scan.html"));
  }

  @Test
  void isSearchedByClassRuleAndWordAndOpensWhatALinkNames() throws IOException {
    try (Chromium chromium = new Chromium();
        Opened opened = chromium.open(page(), 1400, ColorScheme.LIGHT)) {
      Page page = opened.page();
      assertThat(opened.complaints()).isEmpty();
      Locator shown = page.locator(".finding:visible");
      assertThat(shown.count()).isEqualTo(3);
      assertThat(page.locator(".finding[open]").count()).isEqualTo(1);

      page.locator("input.search").fill("cancel until");
      assertThat(shown.count()).isEqualTo(1);
      assertThat(page.locator(".found").textContent()).isEqualTo("1 of 3 shown");
      page.locator("input.search").fill("");
      page.locator("select.rule").selectOption("response-body-not-closed");
      assertThat(shown.count()).isEqualTo(1);
      page.locator("select.rule").selectOption("");
      page.locator(".classes button[data-class=leak]").click();
      assertThat(shown.count()).isEqualTo(1);
      page.locator(".classes button[data-class=leak]").click();
      page.locator("button.open").click();
      assertThat(page.locator(".finding[open]").count()).isEqualTo(3);
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

      page.locator("button.open").click();
      String second = shown.nth(1).getAttribute("id");
      page.evaluate("name => { location.hash = name }", second);
      page.waitForFunction("name => document.getElementById(name).open", second);
    }
  }

  @Test
  void harmsNothingOnANarrowScreenInTheDark() throws IOException {
    try (Chromium chromium = new Chromium();
        Opened opened = chromium.open(page(), 400, ColorScheme.DARK)) {
      assertThat(opened.page().evaluate("window.harmed")).isNull();
      assertThat(opened.complaints()).isEmpty();
      assertThat(opened.page().locator("main img").count()).isZero();
      assertThat(opened.page().locator(".finding pre").first().textContent())
          .contains("<img src=x onerror=window.harmed=1>\uFFFD");
      assertThat(opened.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(400);
      assertThat(new AxeBuilder(opened.page()).analyze().getViolations()).isEmpty();
    }
  }
}
