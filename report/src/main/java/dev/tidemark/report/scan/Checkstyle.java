package dev.tidemark.report.scan;

import dev.tidemark.scan.Finding;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.ScanReport;

/** Findings as Checkstyle's XML, which many tools read. */
public final class Checkstyle {
  private Checkstyle() {}

  public static String of(ScanReport report) {
    StringBuilder out = new StringBuilder(Xml.HEAD);
    out.append("<checkstyle version=\"10.0\">\n");
    String open = "";
    for (Finding finding : report.findings()) {
      String file = report.relative(finding.span().file());
      if (!file.equals(open)) {
        out.append(open.isEmpty() ? "" : "  </file>\n");
        out.append("  <file name=\"").append(Xml.text(file)).append("\">\n");
        open = file;
      }
      out.append(
          "    <error line=\"%d\" column=\"%d\" severity=\"%s\" message=\"%s\" source=\"tidemark.%s\"/>%n"
              .formatted(
                  finding.span().line(),
                  finding.span().column(),
                  severity(finding.leakClass()),
                  Xml.text(finding.message() + "; " + finding.fix()),
                  finding.rule().id()));
    }
    out.append(open.isEmpty() ? "" : "  </file>\n");
    return out.append("</checkstyle>\n").toString();
  }

  private static String severity(LeakClass leakClass) {
    return switch (leakClass) {
      case LEAK -> "error";
      case BOUNDED -> "warning";
      case HYGIENE -> "info";
    };
  }
}
