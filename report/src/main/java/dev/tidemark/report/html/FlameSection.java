package dev.tidemark.report.html;

import dev.tidemark.diagnose.Digits;
import dev.tidemark.profile.frame.FrameOwners;

/** A flame graph, what it leaves out, and the top of it as a table for who can't see it. */
final class FlameSection {
  /** A quarter million paths are some 2 MB of page, and 100 for each pixel of a wide screen. */
  static final int MOST_PATHS = 250_000;

  private final Markup page;
  private final FrameOwners owners;

  FlameSection(Markup page, FrameOwners owners) {
    this.page = page;
    this.owners = owners;
  }

  void write(Heading heading, FlameGraph graph) {
    CallTree calls = CallTree.of(graph);
    DrawnTree drawn = DrawnTree.of(calls, MOST_PATHS);
    page.open("section", "class", "card", "aria-label", heading.name()).line();
    heading.write();
    page.open(
            "div",
            "class",
            "flame",
            "hidden",
            "",
            "data-title",
            graph.title() + ", " + graph.type().type(),
            "data-unit",
            graph.type().unit(),
            "data-change",
            Boolean.toString(graph.isOfChange()),
            "data-size",
            Boolean.toString(graph.hasSizes()))
        .close("div")
        .line();
    page.open("script", "type", "application/octet-stream", "class", "tree");
    page.trusted(FlameBlock.of(calls, drawn, owners)).close("script").line();
    if (drawn.left() > 0) {
      page.element("p", leftOut(drawn), "class", "faint").line();
    }
    new CallsTable(page, graph, calls, drawn).write("Largest calls of " + heading.name());
    page.close("section").line();
  }

  private static String leftOut(DrawnTree drawn) {
    return "%s call paths are drawn. %s more, each with less than %s of the whole, are gathered where"
            .formatted(
                Digits.grouped(drawn.count() - 1), Digits.grouped(drawn.left()), share(drawn))
        + " they branch off, with their sum.";
  }

  private static String share(DrawnTree drawn) {
    return "%.2g%%".formatted(drawn.smallestShare() * 100);
  }
}
