package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.tidemark.cli.Chromium.Opened;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a report as a reader meets it: by eye, by keyboard, by ear, on a telephone. */
class ReportPageBrowserTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("tidemark.pictures", "target/pictures"));

  @TempDir static Path folder;

  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @ParameterizedTest
  @CsvSource({
    "contextglobal/leaking, 400, LIGHT",
    "contextglobal/leaking, 1200, DARK",
    "contextglobal/leaking, 2000, LIGHT",
    "blockedsend/leaking, 400, DARK",
    "blockedsend/leaking, 1200, LIGHT",
    "blockedsend/leaking, 2000, DARK",
    "ringfill/run, 400, LIGHT",
    "ringfill/run, 1200, DARK",
    "contextglobal, 400, DARK",
    "contextglobal, 1200, LIGHT",
    "formats/shop-cpu-2s.pb.gz, 1200, LIGHT",
  })
  void isQuietFitsAndCanBeReadByAll(String captures, int width, ColorScheme theme) {
    Path file = Pages.ofCaptures(folder, captures);
    try (Opened opened = chromium.open(file, width, theme)) {
      Page page = opened.page();
      drawAll(page);
      page.querySelectorAll("details").forEach(details -> details.evaluate("d => d.open = true"));
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      page.querySelectorAll("details").forEach(details -> details.evaluate("d => d.open = false"));
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      String name = captures.replaceAll("[/.]", "-");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(
                  PICTURES.resolve(
                      "%s-%d-%s.png".formatted(name, width, theme).toLowerCase(Locale.ROOT))));
      assertThat(opened.complaints()).isEmpty();
      // The page itself, and its icon, which is empty and in it.
      assertThat(opened.requests())
          .allSatisfy(url -> assertThat(url).isIn(file.toUri().toString(), "data:,"));
    }
  }

  @Test
  void theKeyboardMovesZoomsAndGoesBack() {
    try (Opened opened = leaking()) {
      Page page = opened.page();
      Locator graph = page.locator(".flame").first();
      graph.locator("canvas").focus();
      assertThat(spoken(graph)).startsWith("all of heap, inuse_space, +");
      page.keyboard().press("ArrowDown");
      String first = spoken(graph);
      assertThat(first).startsWith("http.(*conn).serve, +").endsWith("level 1");
      page.keyboard().press("ArrowRight");
      assertThat(spoken(graph)).doesNotContain("http.(*conn).serve").endsWith("level 1");
      page.keyboard().press("ArrowLeft");
      assertThat(spoken(graph)).isEqualTo(first);
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(graph.getAttribute("data-zoom")).isEqualTo(graph.getAttribute("data-focus"));
      assertThat(graph.locator("button", new Locator.LocatorOptions().setHasText("Reset zoom")))
          .matches(Locator::isEnabled);
      page.keyboard().press("Escape");
      assertThat(graph.getAttribute("data-zoom")).isEmpty();
      page.keyboard().press("ArrowUp");
      assertThat(spoken(graph)).isEqualTo(first);
      page.keyboard().press("Home");
      assertThat(spoken(graph)).startsWith("all of heap");
    }
  }

  @Test
  void zoomingWidensACallAndPaintsOthers() {
    try (Opened opened = leaking()) {
      Locator graph = opened.page().locator(".flame").first();
      Locator canvas = graph.locator("canvas");
      byte[] before = canvas.screenshot();
      canvas.click(new Locator.ClickOptions().setPosition(20, 19 * 2 + 5));
      assertThat(graph.getAttribute("data-zoom")).isEqualTo("http.serverHandler.ServeHTTP");
      opened.page().waitForTimeout(50);
      assertThat(canvas.screenshot()).isNotEqualTo(before);
      canvas.click(new Locator.ClickOptions().setPosition(20, 5));
      assertThat(graph.getAttribute("data-zoom")).isEmpty();
    }
  }

  @Test
  void searchFindsAndLeadsThere() {
    try (Opened opened = leaking()) {
      Page page = opened.page();
      Locator graph = page.locator(".flame").first();
      graph.locator("canvas").focus();
      page.keyboard().press("/");
      page.keyboard().type("readmimeheader");
      assertThat(graph.locator("output").textContent()).matches("\\d+ calls?, [\\d.]+%");
      page.keyboard().press("Enter");
      assertThat(spoken(graph)).contains("ReadMIMEHeader");
      page.keyboard().press("n");
      assertThat(spoken(graph)).contains("readMIMEHeader");
      page.keyboard().press("/");
      page.keyboard().press("Escape");
      assertThat(graph.locator("output").textContent()).isEmpty();
    }
  }

  @Test
  void aCaseLeadsToItsCallsEvenInAGraphThatIsNotDrawnYet() {
    Path file = Pages.ofCaptures(folder, "blockedsend");
    try (Opened opened = chromium.open(file, 1200, ColorScheme.LIGHT)) {
      Page page = opened.page();
      Locator leaking =
          page.locator("article", new Page.LocatorOptions().setHasText("GOROUTINE-LEAK"));
      leaking.locator("button.quiet").first().click();
      Locator graph = leaking.locator(".flame").first();
      page.waitForCondition(() -> graph.getAttribute("data-focus") != null);
      assertThat(spoken(graph)).startsWith("blockedsend.QuoteOf.func1, +");
      assertThat(graph.locator("output").textContent()).contains("%");
    }
  }

  @Test
  void allocatorsFirstStartsWithWhoAllocated() {
    try (Opened opened = leaking()) {
      Page page = opened.page();
      Locator graph = page.locator(".flame").first();
      graph.locator("canvas").focus();
      String whole = spoken(graph);
      graph.locator("button", new Locator.LocatorOptions().setHasText("Allocators first")).click();
      graph.locator("canvas").focus();
      assertThat(spoken(graph)).isEqualTo(whole);
      page.keyboard().press("ArrowDown");
      assertThat(spoken(graph)).startsWith("textproto.readMIMEHeader, +");
      page.keyboard().press("ArrowDown");
      assertThat(spoken(graph)).startsWith("textproto.(*Reader).ReadMIMEHeader, +");
      graph.locator("button", new Locator.LocatorOptions().setHasText("Size")).click();
      assertThat(graph.locator(".legend").textContent()).contains("own code");
    }
  }

  @Test
  void theTimeLineShowsEachQuantityAndReadsPointsAloud() {
    try (Opened opened = leaking()) {
      Page page = opened.page();
      Locator course = page.locator(".timeline");
      assertThat(course.locator(".band").count()).isGreaterThanOrEqualTo(2);
      assertThat(course.locator(".reading").textContent()).startsWith("live heap +");
      course.locator(".chart").focus();
      page.keyboard().press("End");
      assertThat(course.locator(".reading").textContent())
          .contains(": live heap ")
          .contains(", 1 ");
      page.keyboard().press("Escape");
      for (String quantity :
          List.of("goroutines", "resident memory", "goroutine stacks", "memory outside Go")) {
        course.locator("button", new Locator.LocatorOptions().setHasText(quantity)).click();
        assertThat(course.locator(".reading").textContent()).startsWith(quantity + " ");
        String row =
            page.locator(".measures tr", new Page.LocatorOptions().setHasText(quantity))
                .locator("td")
                .last()
                .textContent();
        assertThat(course.locator(".reading").textContent()).contains(row);
      }
    }
  }

  @Test
  void theReaderMayOverruleTheSystemsTheme() {
    try (Opened opened = leaking()) {
      Page page = opened.page();
      byte[] light = page.locator(".flame canvas").first().screenshot();
      String paper = "getComputedStyle(document.body).backgroundColor";
      Object before = page.evaluate(paper);
      page.locator("button.theme").click();
      page.waitForTimeout(50);
      assertThat(page.evaluate(paper)).isNotEqualTo(before);
      assertThat(page.locator(".flame canvas").first().screenshot()).isNotEqualTo(light);
      page.locator("button.theme").click();
      assertThat(page.evaluate(paper)).isEqualTo(before);
    }
  }

  @Test
  void everythingThatCanBeFocusedShowsIt() {
    try (Opened opened = leaking()) {
      Page page = opened.page();
      int stops = 0;
      for (int i = 0; i < 40; i++) {
        page.keyboard().press("Tab");
        Object outline =
            page.evaluate(
                "() => document.activeElement === document.body ? 'none left'"
                    + " : getComputedStyle(document.activeElement).outlineStyle");
        if ("none left".equals(outline)) {
          break;
        }
        assertThat(outline)
            .as("%s", page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
            .isNotEqualTo("none");
        stops++;
      }
      assertThat(stops).isGreaterThan(12);
    }
  }

  @Test
  void withoutAScriptTheWordsAreStillThere() {
    Path file = Pages.ofCaptures(folder, "contextglobal/leaking");
    try (Opened opened = chromium.openWithoutScripts(file)) {
      String text = opened.page().locator("main").innerText();
      assertThat(text).contains("LEAK", "confidence", "readMIMEHeader", "memory outside Go");
      assertThat(opened.page().locator("button:visible").count()).isZero();
    }
  }

  /** Graphs are drawn when they come into sight. */
  private static void drawAll(Page page) {
    int graphs = page.locator(".flame").count();
    for (int i = 1; i <= graphs; i++) {
      page.locator("#flame-graph-" + i).evaluate("host => host.scrollIntoView()");
      page.waitForFunction(
          "name => performance.getEntriesByName(name).length > 0", "tidemark-flame-" + i);
    }
    page.evaluate("scrollTo(0, 0)");
  }

  private static Opened leaking() {
    return chromium.open(
        Pages.ofCaptures(folder, "contextglobal/leaking"), 1200, ColorScheme.LIGHT);
  }

  private static String spoken(Locator graph) {
    return graph.locator("p[aria-live]").textContent();
  }
}
