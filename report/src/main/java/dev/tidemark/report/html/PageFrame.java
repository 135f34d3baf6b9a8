package dev.tidemark.report.html;

import java.util.List;
import java.util.function.Consumer;

/** What every page has around what it says: its head, its policy, its style and its scripts. */
final class PageFrame {
  private PageFrame() {}

  /**
   * @param skip names the link to what the page is about, for who goes by keyboard
   * @param scripts names of resources, in the order in which they are run
   */
  static String around(
      String title, String skip, String skipTo, List<String> scripts, Consumer<Markup> body) {
    String style = "\n" + Resource.text("page.css");
    String script = script(scripts);
    Markup page = new Markup();
    page.trusted("<!doctype html>\n").open("html", "lang", "en").line();
    page.open("head").line();
    page.open("meta", "charset", "utf-8").line();
    page.open(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            ContentPolicy.of(style, script))
        .line();
    page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.open("meta", "name", "color-scheme", "content", "light dark").line();
    page.element("title", title).line();
    page.open("link", "rel", "icon", "href", "data:,").line();
    page.open("style").trusted(style).close("style").line();
    page.close("head").line();
    page.open("body").line();
    page.element("a", skip, "class", "skip", "href", skipTo).line();
    page.open("header", "class", "bar").line();
    page.element("p", "Tidemark", "class", "brand").line();
    page.element("button", "Dark", "type", "button", "class", "theme", "hidden", "").line();
    page.close("header").line();
    page.open("main").line();
    body.accept(page);
    page.close("main").line();
    page.open("script").trusted(script).close("script").line();
    page.close("body").line();
    page.close("html").line();
    return page.toString();
  }

  private static String script(List<String> names) {
    StringBuilder script = new StringBuilder("\n");
    for (String name : names) {
      script.append(Resource.text(name)).append('\n');
    }
    return script.toString();
  }
}
