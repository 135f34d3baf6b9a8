package dev.tidemark.report.html;

import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.profile.frame.FrameOwners;
import dev.tidemark.report.TextReport;
import java.util.List;
import java.util.Locale;

/**
 * Reports as one HTML document that asks for nothing else: not a font, not a script. Of several
 * processes each has a section of its own, below an index of their verdicts.
 */
public final class HtmlReport {
  private static final List<String> SCRIPTS =
      List.of("theme.js", "words.js", "flame.js", "timeline.js", "page.js");

  private final List<Subject> subjects;
  private final FrameOwners owners;

  private HtmlReport(List<Subject> subjects, FrameOwners owners) {
    this.subjects = subjects;
    this.owners = owners;
  }

  /**
   * @param owners tells own code from that of others
   */
  public static String of(List<Subject> subjects, FrameOwners owners) {
    return new HtmlReport(subjects, owners).page();
  }

  private String page() {
    return PageFrame.around(title(), "Skip to the verdict", "#process-1", SCRIPTS, this::body);
  }

  private void body(Markup page) {
    boolean several = subjects.size() > 1;
    if (several) {
      index(page);
    }
    for (int i = 0; i < subjects.size(); i++) {
      ProcessSection.write(page, i + 1, several ? 2 : 1, subjects.get(i), owners);
    }
  }

  private String title() {
    if (subjects.size() > 1) {
      return subjects.size() + " processes · Tidemark";
    }
    Report report = subjects.getFirst().report();
    return word(report.verdict()) + " · " + report.source() + " · Tidemark";
  }

  private void index(Markup page) {
    page.open("nav", "class", "index card", "aria-label", "Processes").line();
    page.element("h1", subjects.size() + " processes").line();
    page.open("ol").line();
    for (int i = 0; i < subjects.size(); i++) {
      Report report = subjects.get(i).report();
      page.open("li");
      page.element("span", word(report.verdict()), "class", "kind " + tone(report.verdict()));
      page.text(" ").open("a", "href", "#process-" + (i + 1));
      page.text(report.source()).close("a").text(" ");
      page.element("span", TextReport.headline(report.verdict()), "class", "faint");
      page.close("li").line();
    }
    page.close("ol").line().close("nav").line();
  }

  static String word(Verdict verdict) {
    return verdict.kind().toUpperCase(Locale.ROOT);
  }

  /** How a verdict looks; what it is stands beside it in words. */
  static String tone(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Leak _ -> "bad";
      case Verdict.GoroutineLeak _ -> "bad";
      case Verdict.OutsideHeap _ -> "bad";
      case Verdict.Inconclusive _ -> "unsure";
      case Verdict.Flood _ -> "good";
      case Verdict.WarmUp _ -> "good";
      case Verdict.Load _ -> "good";
      case Verdict.HighWater _ -> "good";
      case Verdict.Steady _ -> "good";
    };
  }
}
