package dev.tidemark.report.html;

import dev.tidemark.report.scan.Closing;
import dev.tidemark.report.scan.Fingerprints;
import dev.tidemark.report.scan.OtherFinding;
import dev.tidemark.report.scan.OtherFindings;
import dev.tidemark.report.scan.SourceLines;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.ScanReport;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a scan has found as one HTML document that asks for nothing else: each finding with its
 * code, the way there, and what to do. Without scripts all of it can be read; with them it can be
 * searched.
 */
public final class ScanPage {
  private static final List<String> SCRIPTS = List.of("theme.js", "findings.js");

  private final ScanReport report;
  private final OtherFindings others;
  private final CodeBlock code;
  private final Map<Finding, String> names = new IdentityHashMap<>();

  private ScanPage(ScanReport report, OtherFindings others, SourceLines source) {
    this.report = report;
    this.others = others;
    this.code = new CodeBlock(report, source);
    Fingerprints fingerprints = new Fingerprints(source);
    report.findings().forEach(finding -> names.put(finding, "f-" + fingerprints.of(finding)));
  }

  /**
   * @param others what other tools have found
   */
  public static String of(ScanReport report, OtherFindings others, SourceLines source) {
    ScanPage page = new ScanPage(report, others, source);
    return PageFrame.around(
        page.title(), "Skip to the findings", "#findings", SCRIPTS, page::write);
  }

  private String title() {
    return Closing.verdict(report) + " · " + folder() + " · Tidemark";
  }

  private String folder() {
    return report.root().substring(report.root().lastIndexOf('/') + 1);
  }

  private void write(Markup page) {
    boolean leaks = report.count(LeakClass.LEAK) > 0;
    page.open("section", "class", "card verdict " + (leaks ? "bad" : "good")).line();
    page.open("h1");
    page.element("span", leaks ? "LEAK" : "NO LEAKS", "class", "kind " + (leaks ? "bad" : "good"));
    page.text(" ").element("span", headline(), "class", "headline").close("h1").line();
    page.open("ul", "class", "reasons").line();
    for (String fact : Closing.facts(report, others)) {
      page.element("li", fact).line();
    }
    page.close("ul").line();
    page.open("p", "class", "read faint").text("Scanned ");
    page.element("code", report.root()).close("p").line();
    page.close("section").line();
    problems(page);
    findings(page);
    others(page);
  }

  private String headline() {
    StringBuilder line = new StringBuilder();
    for (LeakClass leakClass : LeakClass.values()) {
      long count = report.count(leakClass);
      if (count > 0) {
        line.append(line.isEmpty() ? "" : ", ").append("%,d ".formatted(count));
        line.append(
            leakClass == LeakClass.LEAK ? (count == 1 ? "leak" : "leaks") : word(leakClass));
      }
    }
    return (line.isEmpty() ? "nothing found" : line) + " in " + folder();
  }

  static String word(LeakClass leakClass) {
    return leakClass.name().toLowerCase(Locale.ROOT);
  }

  private void problems(Markup page) {
    if (report.problems().isEmpty()) {
      return;
    }
    page.open("section", "class", "card").line();
    page.open("details").element("summary", "Broken or unread: " + report.problems().size()).line();
    page.open("ul", "class", "notes").line();
    report.problems().forEach(problem -> page.element("li", problem).line());
    page.close("ul").close("details").line().close("section").line();
  }

  private void findings(Markup page) {
    page.open("section", "class", "card findings", "id", "findings").line();
    page.element("h2", "Findings").line();
    if (report.findings().isEmpty()) {
      page.element("p", "There is nothing to mend.", "class", "read").line();
      page.close("section").line();
      return;
    }
    tools(page);
    for (LeakClass leakClass : LeakClass.values()) {
      List<Finding> ofClass =
          report.findings().stream().filter(one -> one.leakClass() == leakClass).toList();
      if (!ofClass.isEmpty()) {
        page.open("section", "class", "class", "data-class", word(leakClass)).line();
        page.open("h3").text(heading(leakClass) + " ");
        page.element("span", "%,d".formatted(ofClass.size()), "class", "faint count");
        page.close("h3").line();
        ofClass.forEach(finding -> finding(page, finding));
        page.close("section").line();
      }
    }
    page.close("section").line();
  }

  private void others(Markup page) {
    if (others.others().isEmpty()) {
      return;
    }
    page.open("section", "class", "card").line();
    page.element("h2", "By other tools alone").line();
    page.open("ul", "class", "notes").line();
    for (OtherFinding other : others.others()) {
      page.open("li").element("code", other.file().isEmpty() ? "(no file)" : other.place());
      page.text(" " + other.message() + " ").element("span", other.name(), "class", "tag");
      if (!other.also().isEmpty()) {
        page.text(" also: " + String.join(", ", other.also()));
      }
      page.close("li").line();
    }
    page.close("ul").line().close("section").line();
  }

  private static String heading(LeakClass leakClass) {
    return switch (leakClass) {
      case LEAK -> "Leaks: grow without bound";
      case BOUNDED -> "Bounded: cost rate × time, then go away";
      case HYGIENE -> "Hygiene: cost nothing that grows";
    };
  }

  private void tools(Markup page) {
    page.open("div", "class", "tools", "hidden", "").line();
    page.open("span", "class", "choice classes", "role", "group", "aria-label", "Classes").line();
    for (LeakClass leakClass : LeakClass.values()) {
      if (report.count(leakClass) > 0) {
        page.element(
                "button",
                word(leakClass) + " %,d".formatted(report.count(leakClass)),
                "type",
                "button",
                "data-class",
                word(leakClass),
                "aria-pressed",
                "true")
            .line();
      }
    }
    page.close("span").line();
    page.open("select", "class", "rule", "aria-label", "Rule").line();
    page.element("option", "all rules", "value", "").line();
    report.findings().stream()
        .map(finding -> finding.rule().id())
        .distinct()
        .sorted(Comparator.naturalOrder())
        .forEach(id -> page.element("option", id, "value", id).line());
    page.close("select").line();
    page.open(
            "input",
            "type",
            "search",
            "class",
            "search",
            "placeholder",
            "Search: file, function, message",
            "aria-label",
            "Search")
        .line();
    page.element("button", "Open all", "type", "button", "class", "open").line();
    page.element("span", "", "class", "found faint", "role", "status").line();
    page.close("div").line();
  }

  private void finding(Markup page, Finding finding) {
    RuleInfo rule = finding.rule();
    String name = names.getOrDefault(finding, "");
    page.open("details", "class", "finding", "id", name, "data-rule", rule.id()).line();
    page.open("summary");
    page.element("code", code.place(finding.span()), "class", "place");
    page.text(" ").element("span", finding.message(), "class", "message");
    page.text(" ").element("span", rule.id(), "class", "tag");
    page.close("summary").line();
    code.write(page, finding);
    page.open("dl").line();
    item(page, "do", finding.fix());
    if (!finding.function().isEmpty()) {
      page.element("dt", "in").open("dd").element("code", finding.function()).close("dd").line();
    }
    page.element("dt", "rule").open("dd").text(rule.title());
    if (rule.cwe() > 0) {
      page.text(" (CWE-" + rule.cwe() + ")");
    }
    page.text("; ").element("code", "tidemark explain " + rule.id()).close("dd").line();
    if (!others.also(finding).isEmpty()) {
      item(page, "also", others.also(finding));
    }
    if (finding.isUncertain()) {
      item(page, "unsure", "it rests on a type that is not known");
    }
    page.element("dt", "link").open("dd");
    page.element("a", "#" + name, "href", "#" + name).close("dd").line();
    page.close("dl").close("details").line();
  }

  private static void item(Markup page, String term, String text) {
    page.element("dt", term).element("dd", text).line();
  }
}
