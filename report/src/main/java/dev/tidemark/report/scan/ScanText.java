package dev.tidemark.report.scan;

import dev.tidemark.report.Style;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.Span;
import dev.tidemark.scan.Step;
import java.util.List;

/** Findings for a person: the place, what happens, the code, the way there, and what to do. */
public final class ScanText {
  private final ScanReport report;
  private final OtherFindings others;
  private final SourceLines source;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private ScanText(ScanReport report, OtherFindings others, SourceLines source, Style style) {
    this.report = report;
    this.others = others;
    this.source = source;
    this.style = style;
  }

  /**
   * @param others what other tools have found
   */
  public static String of(
      ScanReport report, OtherFindings others, SourceLines source, Style style) {
    return new ScanText(report, others, source, style).text();
  }

  private String text() {
    for (Finding finding : report.findings()) {
      finding(finding);
    }
    for (OtherFinding other : others.others()) {
      other(other);
    }
    out.append(closing()).append('\n');
    return out.toString();
  }

  private void finding(Finding finding) {
    Span span = finding.span();
    out.append(style.strong(place(span)))
        .append(": ")
        .append(coloured(finding.leakClass()))
        .append("  ")
        .append(finding.message())
        .append("  ")
        .append(style.faint("[" + finding.rule().id() + "]"))
        .append('\n');
    String also = others.also(finding);
    if (finding.leakClass() == LeakClass.HYGIENE) {
      // There are many, and none of them leaks: a line each.
      return;
    }
    String code = source.line(span.file(), span.line()).replace("\t", "    ").strip();
    if (!code.isEmpty()) {
      out.append("      ").append(code).append('\n');
    }
    String label = "  because  ";
    for (Step step : finding.steps()) {
      out.append(label).append(place(step.span())).append("  ").append(step.message()).append('\n');
      label = "           ";
    }
    if (!also.isEmpty()) {
      out.append("  also     ").append(also).append('\n');
    }
    out.append("  do       ").append(finding.fix()).append("\n\n");
  }

  private void other(OtherFinding other) {
    out.append(style.strong(other.file().isEmpty() ? "(no file)" : other.place()))
        .append(": ")
        .append(other.name())
        .append("  ")
        .append(other.message().lines().findFirst().orElse(""));
    if (!other.also().isEmpty()) {
      out.append("  ").append(style.faint("also: " + String.join(", ", other.also())));
    }
    out.append('\n');
  }

  private String coloured(LeakClass leakClass) {
    return switch (leakClass) {
      case LEAK -> style.bad("leak");
      case BOUNDED -> style.unsure("bounded");
      case HYGIENE -> style.faint("hygiene");
    };
  }

  private String place(Span span) {
    return report.relative(span.file()) + ":" + span.line() + ":" + span.column();
  }

  private String closing() {
    StringBuilder line = new StringBuilder();
    String verdict = Closing.verdict(report);
    line.append(report.count(LeakClass.LEAK) == 0 ? style.good(verdict) : style.bad(verdict));
    for (LeakClass milder : List.of(LeakClass.BOUNDED, LeakClass.HYGIENE)) {
      if (report.count(milder) > 0) {
        line.append(", ").append(report.count(milder)).append(' ').append(ScanJson.word(milder));
      }
    }
    return line.append(" in ").append(String.join("; ", Closing.facts(report, others))).toString();
  }
}
