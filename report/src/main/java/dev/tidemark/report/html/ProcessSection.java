package dev.tidemark.report.html;

import dev.tidemark.detect.Growth;
import dev.tidemark.diagnose.Digits;
import dev.tidemark.diagnose.Measure;
import dev.tidemark.diagnose.Observation;
import dev.tidemark.diagnose.PathGrowth;
import dev.tidemark.diagnose.Remainder;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Unreadable;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Window;
import dev.tidemark.diagnose.Words;
import dev.tidemark.profile.frame.FrameOwners;
import dev.tidemark.report.PathText;
import dev.tidemark.report.TextReport;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** All of one process, the verdict first. */
final class ProcessSection {
  private final Markup page;
  private final int number;
  private final int level;
  private final FrameOwners owners;
  private final String source;

  private ProcessSection(Markup page, int number, int level, String source, FrameOwners owners) {
    this.page = page;
    this.number = number;
    this.level = level;
    this.source = source;
    this.owners = owners;
  }

  /**
   * @param number of the process on the page, from 1
   * @param level of its heading
   */
  static void write(Markup page, int number, int level, Subject subject, FrameOwners owners) {
    new ProcessSection(page, number, level, subject.report().source(), owners).write(subject);
  }

  private void write(Subject subject) {
    Report report = subject.report();
    page.open("article", "class", "process", "id", "process-" + number).line();
    page.open("div", "class", "top").line();
    page.open("div", "class", "left").line();
    verdict(report);
    quantities(report.measures());
    page.close("div").line();
    course(report);
    page.close("div").line();
    new CasesTable(page).write(heading("Cases", "cases"), report);
    for (FlameGraph graph : subject.graphs()) {
      String id = "flame-" + number + "-" + graph.title().replaceAll("[^A-Za-z0-9]", "-");
      new FlameSection(page, owners).write(heading(title(graph), id), graph);
    }
    new GoroutinesTable(page).write(heading("Goroutines", "goroutines"), report.goroutines());
    observations(report);
    unreadable(report.unreadable());
    page.close("article").line();
  }

  private static String title(FlameGraph graph) {
    String name = Character.toUpperCase(graph.title().charAt(0)) + graph.title().substring(1);
    return name + " by call path";
  }

  private Heading heading(String text, String id) {
    return new Heading(page, level + 1, text, id + "-" + number, level == 1 ? "" : source);
  }

  private void verdict(Report report) {
    Verdict verdict = report.verdict();
    String tone = HtmlReport.tone(verdict);
    String id = "verdict-" + number;
    page.open("section", "class", "card verdict " + tone, "aria-labelledby", id).line();
    page.open("h" + level, "id", id);
    page.element("span", HtmlReport.word(verdict), "class", "kind " + tone).text(" ");
    page.element("span", TextReport.headline(verdict), "class", "headline");
    page.close("h" + level).line();
    confidence(verdict.confidence());
    page.open("ul", "class", "reasons").line();
    for (String reason : verdict.reasons()) {
      page.element("li", reason).line();
    }
    page.close("ul").line();
    if (!verdict.next().isEmpty()) {
      page.open("p", "class", "next").element("b", "next").text(" ");
      page.element("span", verdict.next()).close("p").line();
    }
    page.open("p", "class", "read faint").text("read: ").element("code", report.source());
    page.text(", " + snapshots(report.window())).close("p").line();
    page.close("section").line();
  }

  private void confidence(double confidence) {
    page.open("p", "class", "confidence");
    page.text("confidence ").element("b", Words.percent(confidence)).text(" ");
    page.open("svg", "viewBox", "0 0 100 6", "aria-hidden", "true", "preserveAspectRatio", "none");
    page.open("rect", "class", "track", "width", "100", "height", "6").close("rect");
    String width = Digits.oneDecimal(confidence * 100);
    page.open("rect", "class", "value", "width", width, "height", "6").close("rect");
    page.close("svg").close("p").line();
  }

  private static String snapshots(Window window) {
    if (window.snapshots() == 1) {
      return window.fromMillis() == 0 ? "one snapshot" : "one snapshot, " + time(window.toMillis());
    }
    return "%s snapshots over %s%s"
        .formatted(
            Digits.grouped(window.snapshots()),
            Words.duration(window.length()),
            window.fromMillis() == 0
                ? ""
                : ", " + time(window.fromMillis()) + " to " + time(window.toMillis()));
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void quantities(List<Measure> measures) {
    if (measures.isEmpty()) {
      return;
    }
    Heading heading = heading("Quantities", "quantities");
    page.open("section", "class", "card", "aria-label", heading.name()).line();
    heading.write();
    page.open("table", "class", "measures stacks", "role", "table").line();
    page.trusted(
        "<thead role=\"rowgroup\"><tr role=\"row\">"
            + "<th role=\"columnheader\" scope=\"col\">quantity</th>"
            + "<th role=\"columnheader\" scope=\"col\">first → last</th>"
            + "<th role=\"columnheader\" scope=\"col\">growth (95% interval)</th></tr></thead>\n"
            + "<tbody role=\"rowgroup\">\n");
    for (Measure measure : measures) {
      measure(measure);
    }
    page.trusted("</tbody></table>").line();
    page.close("section").line();
  }

  /** Nothing to draw where everything was seen once. */
  private void course(Report report) {
    boolean hasCourse = false;
    for (Measure measure : report.measures()) {
      hasCourse |= measure.observations() > 1;
    }
    if (!hasCourse) {
      return;
    }
    Heading heading = heading("Over time", "course");
    page.open("section", "class", "card course", "aria-label", heading.name()).line();
    heading.write();
    page.open("div", "class", "timeline", "hidden", "").close("div").line();
    page.open("script", "type", "application/json", "class", "lines");
    page.trusted(PageJson.lines(report)).close("script").line();
    page.close("section").line();
  }

  private void measure(Measure measure) {
    Growth growth = measure.growth();
    boolean once = measure.observations() == 1;
    String values = Numbers.fromTo(measure.unit(), measure.first(), measure.last());
    page.open("tr", "role", "row");
    page.element("th", measure.name(), "scope", "row", "role", "rowheader");
    String shown = once ? values.substring(values.indexOf('→') + 2) : values;
    page.element("td", shown, "role", "cell").line();
    String growing = once ? "seen once" : Numbers.growth(measure.unit(), growth);
    page.element("td", growing, "role", "cell");
    page.close("tr").line();
  }

  private void observations(Report report) {
    Remainder rest = report.remainder();
    boolean otherSites = rest.sites() > 0 && Double.isFinite(rest.bytes().low());
    boolean otherGroups = rest.groups() > 0 && report.window().length().isPositive();
    boolean isEmpty = report.observations().isEmpty() && report.paths().isEmpty();
    if (isEmpty && !otherSites && !otherGroups) {
      return;
    }
    Heading heading = heading("Beside the verdict", "beside");
    page.open("section", "class", "card", "aria-label", heading.name()).line();
    heading.write();
    page.open("ul", "class", "notes").line();
    for (PathGrowth path : report.paths()) {
      page.open("li").element("span", "path", "class", "tag").text(" ");
      page.text(path.pattern() + ": " + PathText.of(path)).close("li").line();
    }
    for (Observation observation : report.observations()) {
      page.open("li").element("span", observation.kind(), "class", "tag").text(" ");
      page.text(observation.text()).close("li").line();
    }
    if (otherSites) {
      Growth growth = rest.bytes();
      page.open("li").element("span", "not listed", "class", "tag");
      page.text(
          " %s other %s, together %s: %s"
              .formatted(
                  Digits.grouped(rest.sites()),
                  rest.sites() == 1 ? "site" : "sites",
                  Numbers.growth(Measure.Unit.BYTES, growth),
                  growth.isCertain() ? "they grow too, none of them surely" : "within noise"));
      page.close("li").line();
    }
    if (otherGroups) {
      page.open("li").element("span", "not listed", "class", "tag");
      page.text(
          " %s other goroutine %s not surely grow"
              .formatted(
                  Digits.grouped(rest.groups()), rest.groups() == 1 ? "group does" : "groups do"));
      page.close("li").line();
    }
    page.close("ul").line().close("section").line();
  }

  private void unreadable(List<Unreadable> inputs) {
    if (inputs.isEmpty()) {
      return;
    }
    Heading heading = heading("Not read", "unreadable");
    page.open("section", "class", "card unread", "aria-label", heading.name()).line();
    heading.write();
    page.open("ul", "class", "notes").line();
    for (Unreadable input : inputs) {
      page.open("li").element("code", input.name()).text(" " + input.problem());
      page.close("li").line();
    }
    page.close("ul").line().close("section").line();
  }
}
