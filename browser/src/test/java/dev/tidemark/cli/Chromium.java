package dev.tidemark.cli;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The installed Chromium, without a network, and what its pages complain about. */
final class Chromium implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("tidemark.chromium")))
                    .setHeadless(true)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** A page of a width, with all that it asked for and complained about. */
  record Opened(Page page, List<String> requests, List<String> complaints)
      implements AutoCloseable {
    @Override
    public void close() {
      page.context().close();
    }
  }

  Opened open(Path file, int width, ColorScheme theme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(theme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setOffline(true));
    Page page = context.newPage();
    List<String> requests = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.onDialog(dialog -> {
      complaints.add("a dialog: " + dialog.message());
      dialog.dismiss();
    });
    page.navigate(file.toUri().toString());
    page.waitForFunction(
        "() => !document.querySelector('.flame')"
            + " || performance.getEntriesByName('tidemark-flame-1').length > 0");
    return new Opened(page, requests, complaints);
  }

  Opened openWithoutScripts(Path file) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    Page page = context.newPage();
    page.navigate(file.toUri().toString());
    return new Opened(page, List.of(), List.of());
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
