package dev.tidemark.report.scan;

import dev.tidemark.scan.Finding;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.ScanReport;

/** Findings as GitHub Actions' workflow commands: a line each, shown beside the code. */
public final class GithubAnnotations {
  private GithubAnnotations() {}

  /**
   * @param others what only other tools have found: notices, after the rest
   */
  public static String of(ScanReport report, OtherFindings others) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : report.findings()) {
      out.append("::")
          .append(level(finding.leakClass()))
          .append(" file=")
          .append(property(report.relative(finding.span().file())))
          .append(",line=")
          .append(finding.span().line())
          .append(",col=")
          .append(finding.span().column())
          .append(",title=")
          .append(property("tidemark " + finding.rule().id()))
          .append("::")
          .append(data(finding.message() + "; " + finding.fix()))
          .append('\n');
    }
    for (OtherFinding other : others.inFiles()) {
      out.append("::notice file=")
          .append(property(other.file()))
          .append(",line=")
          .append(Math.max(1, other.line()))
          .append(",title=")
          .append(property(other.name()))
          .append("::")
          .append(data(other.message()))
          .append('\n');
    }
    return out.toString();
  }

  private static String level(LeakClass leakClass) {
    return switch (leakClass) {
      case LEAK -> "error";
      case BOUNDED -> "warning";
      case HYGIENE -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
