package dev.tidemark.report.scan;

import dev.tidemark.scan.Finding;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.ScanReport;

/** Findings as Checkstyle's XML, which many tools read. */
public final class Checkstyle {
  private Checkstyle() {}

  /**
   * @param others what only other tools have found: info, after the rest
   */
  public static String of(ScanReport report, OtherFindings others) {
    StringBuilder out = new StringBuilder(Xml.HEAD);
    out.append("<checkstyle version=\"10.0\">\n");
    String open = "";
    for (Finding finding : report.findings()) {
      open =
          error(
              out,
              open,
              report.relative(finding.span().file()),
              "line=\"%d\" column=\"%d\"".formatted(finding.span().line(), finding.span().column()),
              severity(finding.leakClass()),
              finding.message() + "; " + finding.fix(),
              "tidemark." + finding.rule().id());
    }
    for (OtherFinding other : others.inFiles()) {
      String place = "line=\"%d\"".formatted(other.line());
      String source = other.tool() + "." + other.rule();
      open = error(out, open, other.file(), place, "info", other.message(), source);
    }
    out.append(open.isEmpty() ? "" : "  </file>\n");
    return out.append("</checkstyle>\n").toString();
  }

  /** Writes one, in its file's element, and gives the file whose element is open then. */
  private static String error(
      StringBuilder out,
      String open,
      String file,
      String place,
      String severity,
      String message,
      String source) {
    if (!file.equals(open)) {
      out.append(open.isEmpty() ? "" : "  </file>\n");
      out.append("  <file name=\"").append(Xml.text(file)).append("\">\n");
    }
    out.append(
        "    <error %s severity=\"%s\" message=\"%s\" source=\"%s\"/>%n"
            .formatted(place, severity, Xml.text(message), Xml.text(source)));
    return file;
  }

  private static String severity(LeakClass leakClass) {
    return switch (leakClass) {
      case LEAK -> "error";
      case BOUNDED -> "warning";
      case HYGIENE -> "info";
    };
  }
}
