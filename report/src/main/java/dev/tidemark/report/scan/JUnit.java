package dev.tidemark.report.scan;

import dev.tidemark.scan.Finding;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.Step;
import java.util.Set;

/** Findings as JUnit's XML: what fails a build is a failure, the rest is told. */
public final class JUnit {
  private JUnit() {}

  /**
   * @param others what only other tools have found: told, and no failure
   * @param failing classes whose findings fail a build
   */
  public static String of(ScanReport report, OtherFindings others, Set<LeakClass> failing) {
    long failures = failing.stream().mapToLong(report::count).sum();
    int all = report.findings().size() + others.others().size();
    StringBuilder out = new StringBuilder(Xml.HEAD);
    out.append("<testsuites>\n");
    out.append(
        "  <testsuite name=\"tidemark scan\" tests=\"%d\" failures=\"%d\">%n"
            .formatted(Math.max(1, all), failures));
    if (all == 0) {
      out.append("    <testcase name=\"no leaks\" classname=\"tidemark\"/>\n");
    }
    for (Finding finding : report.findings()) {
      String place = report.relative(finding.span().file()) + ":" + finding.span().line();
      out.append(
          "    <testcase name=\"%s\" classname=\"%s\">%n"
              .formatted(Xml.text(finding.rule().id() + " " + place), finding.rule().id()));
      String element = failing.contains(finding.leakClass()) ? "failure" : "system-out";
      out.append("      <").append(element);
      if (element.equals("failure")) {
        out.append(" message=\"").append(Xml.text(finding.message())).append('"');
      }
      out.append('>').append(Xml.text(body(report, finding)));
      out.append("</").append(element).append(">\n    </testcase>\n");
    }
    for (OtherFinding other : others.others()) {
      out.append(
          "    <testcase name=\"%s\" classname=\"%s\">%n"
              .formatted(Xml.text(other.rule() + " " + other.place()), Xml.text(other.tool())));
      out.append("      <system-out>").append(Xml.text(other.message()));
      out.append("</system-out>\n    </testcase>\n");
    }
    return out.append("  </testsuite>\n</testsuites>\n").toString();
  }

  private static String body(ScanReport report, Finding finding) {
    StringBuilder body = new StringBuilder(finding.message()).append('\n');
    for (Step step : finding.steps()) {
      body.append(report.relative(step.span().file())).append(':').append(step.span().line());
      body.append("  ").append(step.message()).append('\n');
    }
    return body.append(finding.fix()).toString();
  }
}
