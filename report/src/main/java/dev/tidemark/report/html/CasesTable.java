package dev.tidemark.report.html;

import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.CaseGrowth;
import dev.tidemark.diagnose.CodeFinding;
import dev.tidemark.diagnose.Digits;
import dev.tidemark.diagnose.KnownShape;
import dev.tidemark.diagnose.Measure;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Words;
import dev.tidemark.profile.Frame;
import dev.tidemark.report.FrameText;

/** The suspects by rank, each with all that is known of it. */
final class CasesTable {
  /** Frames shown before the rest is folded away. */
  private static final int SHOWN_FRAMES = 6;

  private final Markup page;

  CasesTable(Markup page) {
    this.page = page;
  }

  void write(Heading heading, Report report) {
    if (report.cases().isEmpty()) {
      return;
    }
    page.open("section", "class", "card", "aria-label", heading.name()).line();
    heading.write();
    // Roles by hand, for a narrow screen shows rows as blocks, which takes the table's own away.
    page.open("table", "class", "cases stacks", "role", "table").line();
    page.trusted(
        "<thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">#</th>"
            + "<th role=\"columnheader\" scope=\"col\">site</th>"
            + "<th role=\"columnheader\" scope=\"col\">growth (95% interval)</th>"
            + "<th role=\"columnheader\" scope=\"col\">share of growth</th>"
            + "<th role=\"columnheader\" scope=\"col\">over time</th></tr></thead>\n");
    for (Case each : report.cases()) {
      write(each);
    }
    page.close("table").line().close("section").line();
  }

  private void write(Case each) {
    Measure.Unit unit = Numbers.unit(each);
    page.open("tbody", "role", "rowgroup").line();
    page.open("tr", "role", "row");
    page.element("td", Integer.toString(each.rank()), "role", "cell", "class", "rank").line();
    page.open("th", "role", "rowheader", "scope", "row", "class", "site");
    page.element("code", FrameText.place(each.site()));
    if (each.site().isOwn()) {
      String function = FrameText.shortFunction(each.site().frame().function());
      page.text(" ").element("span", function, "class", "function faint");
    }
    page.close("th").line();
    String amount = Numbers.growth(unit, Numbers.growth(each));
    page.open("td", "role", "cell", "class", "growth");
    int interval = amount.indexOf(" (");
    page.element("b", interval < 0 ? amount : amount.substring(0, interval));
    page.text(interval < 0 ? "" : amount.substring(interval));
    if (each.growthPerMinute() instanceof CaseGrowth.OfGoroutines) {
      page.text(" goroutines");
    }
    page.close("td").line();
    String share = Words.percent(each.shareOfGrowth());
    page.element("td", share, "role", "cell", "class", "share", "data-label", "share of growth");
    page.line().open("td", "role", "cell", "class", "spark");
    new Sparkline(page).write(each);
    page.element("span", Numbers.fromTo(unit, each.first(), each.last()), "class", "fromto");
    page.close("td").close("tr").line();
    details(each);
    page.close("tbody").line();
  }

  private void details(Case each) {
    page.open("tr", "role", "row", "class", "more").open("td", "role", "cell", "colspan", "5");
    page.open("dl");
    if (each.growthPerMinute() instanceof CaseGrowth.OfHeap heap) {
      item("objects", Numbers.growth(Measure.Unit.COUNT, heap.count()));
      stack("allocated by", each);
    } else {
      stack("waiting at", each);
    }
    for (CodeFinding finding : each.findings()) {
      page.element("dt", "kept by").open("dd");
      page.element("code", finding.place() + "  " + finding.code(), "class", "calls");
      page.close("dd").line();
      page.element("dt", "because").open("dd").text(finding.message() + " ");
      page.element("span", finding.rule(), "class", "tag").close("dd").line();
      item("do", finding.fix());
    }
    for (KnownShape shape : each.shapes()) {
      page.element("dt", "because").open("dd").text(shape.title() + " ");
      page.element("span", shape.name(), "class", "tag").close("dd").line();
      item("do", shape.fix());
    }
    if (!each.hint().isEmpty()) {
      item("hint", each.hint());
    }
    page.close("dl").close("td").close("tr").line();
  }

  private void item(String name, String text) {
    page.element("dt", name).element("dd", text).line();
  }

  private void stack(String name, Case each) {
    page.element("dt", name).open("dd");
    page.element("code", FrameText.calls(each.stack(), SHOWN_FRAMES), "class", "calls");
    int depth = each.stack().size();
    String frames = depth == 1 ? "1 frame" : Digits.grouped(depth) + " frames";
    boolean isHeap = each.growthPerMinute() instanceof CaseGrowth.OfHeap;
    page.open(
        "div",
        "class",
        "links",
        "data-graph",
        isHeap ? "heap" : "goroutines",
        "data-find",
        each.site().frame().function());
    page.open("details").element("summary", "the whole stack, " + frames);
    page.open("ol", "class", "stack").line();
    for (Frame frame : each.stack()) {
      page.open("li").element("code", frame.function());
      if (!frame.file().isEmpty()) {
        String place = frame.line() > 0 ? frame.file() + ":" + frame.line() : frame.file();
        page.text(" ").element("span", place, "class", "file faint");
      }
      page.close("li").line();
    }
    page.close("ol").close("details").close("div").close("dd").line();
  }
}
