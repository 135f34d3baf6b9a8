package dev.tidemark.report.html;

import dev.tidemark.diagnose.Digits;
import dev.tidemark.diagnose.GoroutineCount;
import dev.tidemark.diagnose.Measure;
import dev.tidemark.report.FrameText;
import java.util.List;

/** The largest groups of goroutines, whether they grow or not. */
final class GoroutinesTable {
  private static final int SHOWN_FRAMES = 4;

  private final Markup page;

  GoroutinesTable(Markup page) {
    this.page = page;
  }

  void write(Heading heading, List<GoroutineCount> groups) {
    if (groups.isEmpty()) {
      return;
    }
    page.open("section", "class", "card", "aria-label", heading.name()).line();
    heading.write();
    page.open("table", "class", "groups stacks", "role", "table").line();
    page.trusted(
        "<thead role=\"rowgroup\"><tr role=\"row\">"
            + "<th role=\"columnheader\" scope=\"col\">at</th>"
            + "<th role=\"columnheader\" scope=\"col\">first → last</th>"
            + "<th role=\"columnheader\" scope=\"col\">growth (95% interval)</th>"
            + "<th role=\"columnheader\" scope=\"col\">waits for</th></tr></thead>\n");
    page.open("tbody", "role", "rowgroup").line();
    for (GoroutineCount group : groups) {
      write(group);
    }
    page.close("tbody").line().close("table").line().close("section").line();
  }

  private void write(GoroutineCount group) {
    page.open("tr", "role", "row").open("th", "role", "rowheader", "scope", "row", "class", "site");
    page.element("code", FrameText.place(group.site())).text(" ");
    page.element("span", FrameText.calls(group.stack(), SHOWN_FRAMES), "class", "calls faint");
    page.close("th");
    String count = Numbers.fromTo(Measure.Unit.COUNT, group.first(), group.last());
    page.element("td", count, "role", "cell", "class", "fromto", "data-label", "goroutines");
    page.element(
        "td",
        Numbers.growth(Measure.Unit.COUNT, group.perMinute()),
        "role",
        "cell",
        "class",
        "growth",
        "data-label",
        "growth");
    String longest =
        group.longestWaitMinutes() == 0
            ? ""
            : ", up to " + Digits.grouped(group.longestWaitMinutes()) + " min";
    page.element(
        "td",
        group.waitsFor().isEmpty() ? "" : group.waitsFor() + longest,
        "role",
        "cell",
        "class",
        "waits",
        "data-label",
        "waits for");
    page.close("tr").line();
  }
}
