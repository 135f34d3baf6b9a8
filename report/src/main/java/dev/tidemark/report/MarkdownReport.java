package dev.tidemark.report;

import dev.tidemark.detect.Growth;
import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.CaseGrowth;
import dev.tidemark.diagnose.CodeFinding;
import dev.tidemark.diagnose.GoroutineCount;
import dev.tidemark.diagnose.KnownShape;
import dev.tidemark.diagnose.Measure;
import dev.tidemark.diagnose.Observation;
import dev.tidemark.diagnose.PathGrowth;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Unreadable;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.diagnose.Words;
import java.util.Locale;

/** A report as Markdown for tickets and pull requests; says what the text says. */
public final class MarkdownReport {
  private final StringBuilder out = new StringBuilder();

  private MarkdownReport() {}

  public static String of(Report report) {
    MarkdownReport markdown = new MarkdownReport();
    markdown.head(report);
    markdown.measures(report);
    markdown.cases(report);
    markdown.goroutines(report);
    markdown.closing(report);
    return markdown.out.toString();
  }

  private void head(Report report) {
    Verdict verdict = report.verdict();
    line(
        "## %s: %s"
            .formatted(verdict.kind().toUpperCase(Locale.ROOT), TextReport.headline(verdict)));
    line("");
    line(
        "Confidence %s. `%s`, %,d snapshots over %s."
            .formatted(
                Words.percent(verdict.confidence()),
                code(report.source()),
                report.window().snapshots(),
                Words.duration(report.window().length())));
    line("");
    verdict.reasons().forEach(reason -> line("- " + text(reason)));
    if (!verdict.next().isEmpty()) {
      line("- **next**: " + text(verdict.next()));
    }
    line("");
  }

  private void measures(Report report) {
    if (report.measures().isEmpty()) {
      return;
    }
    line("| quantity | first → last | growth |");
    line("|---|---|---|");
    for (Measure measure : report.measures()) {
      Growth growth = measure.growth();
      boolean bytes = measure.unit() == Measure.Unit.BYTES;
      line(
          "| %s | %s | %s |"
              .formatted(
                  measure.name(),
                  bytes
                      ? Words.bytesFromTo(measure.first(), measure.last())
                      : Words.count(measure.first()) + " → " + Words.count(measure.last()),
                  bytes
                      ? Words.bytesPerMinute(growth.estimate(), growth.low(), growth.high())
                      : Words.countPerMinute(growth.estimate(), growth.low(), growth.high())));
    }
    line("");
  }

  private void cases(Report report) {
    if (report.cases().isEmpty()) {
      return;
    }
    line("| # | growth | share | site | stack |");
    line("|---|---|---|---|---|");
    for (Case each : report.cases()) {
      String amount =
          switch (each.growthPerMinute()) {
            case CaseGrowth.OfHeap heap ->
                Words.bytesPerMinute(
                    heap.bytes().estimate(), heap.bytes().low(), heap.bytes().high());
            case CaseGrowth.OfGoroutines goroutines ->
                Words.countPerMinute(
                        goroutines.count().estimate(),
                        goroutines.count().low(),
                        goroutines.count().high())
                    + " goroutines";
          };
      line(
          "| %d | %s | %s | `%s` | `%s`%s |"
              .formatted(
                  each.rank(),
                  amount,
                  Words.percent(each.shareOfGrowth()),
                  code(FrameText.place(each.site())),
                  code(FrameText.calls(each.stack(), 6)),
                  advice(each)));
    }
    line("");
  }

  private static String advice(Case each) {
    StringBuilder advice = new StringBuilder();
    for (CodeFinding finding : each.findings()) {
      advice.append(" kept by `").append(code(finding.place())).append("` **");
      advice.append(finding.rule()).append("**: ").append(text(finding.message()));
      advice.append("; ").append(text(finding.fix())).append('.');
    }
    for (KnownShape shape : each.shapes()) {
      advice.append(" **").append(shape.name()).append("**: ").append(text(shape.title()));
      advice.append("; ").append(text(shape.fix())).append('.');
    }
    if (!each.hint().isEmpty()) {
      advice.append(' ').append(text(each.hint()));
    }
    return advice.toString();
  }

  private void goroutines(Report report) {
    if (report.goroutines().isEmpty()) {
      return;
    }
    line("| goroutines at | first → last | growth | waiting for |");
    line("|---|--:|---|---|");
    for (GoroutineCount group : report.goroutines()) {
      Growth growth = group.perMinute();
      line(
          "| `%s` | %s → %s | %s | %s%s |"
              .formatted(
                  code(FrameText.place(group.site())),
                  Words.count(group.first()),
                  Words.count(group.last()),
                  Words.countPerMinute(growth.estimate(), growth.low(), growth.high()),
                  text(group.waitsFor()),
                  group.longestWaitMinutes() == 0
                      ? ""
                      : ", up to %,d min".formatted(group.longestWaitMinutes())));
    }
    line("");
  }

  private void closing(Report report) {
    if (report.remainder().sites() > 0 && Double.isFinite(report.remainder().bytes().low())) {
      line(RemainderText.sites(report.remainder()) + ".");
    }
    if (report.remainder().groups() > 0) {
      line(RemainderText.groups(report.remainder()) + ".");
    }
    for (PathGrowth path : report.paths()) {
      line("Path `%s`: %s.".formatted(code(path.pattern()), PathText.of(path)));
    }
    for (Observation observation : report.observations()) {
      line(text(Sentence.of(observation.text())));
    }
    for (Unreadable unreadable : report.unreadable()) {
      line("Not read: `%s`: %s".formatted(code(unreadable.name()), text(unreadable.problem())));
    }
  }

  /** Text that Markdown would take for markup, escaped. */
  private static String text(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1").replace("\n", " ");
  }

  private static String code(String text) {
    return text.replace("`", "'").replace("|", "\\|").replace("\n", " ");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
