package dev.tidemark.report.scan;

import dev.tidemark.report.Json;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.ScanReport;
import tools.jackson.core.JsonGenerator;

/** Findings as GitLab's code quality report, which merge requests show. */
public final class GitlabCodeQuality {
  private GitlabCodeQuality() {}

  /**
   * @param others what only other tools have found: info, after the rest
   */
  public static String of(ScanReport report, OtherFindings others, SourceLines source) {
    Fingerprints fingerprints = new Fingerprints(source);
    return Json.document(json -> {
      json.writeStartArray();
      for (Finding finding : report.findings()) {
        write(
            json,
            finding.message() + "; " + finding.fix(),
            finding.rule().id(),
            fingerprints.of(finding),
            severity(finding.leakClass()),
            report.relative(finding.span().file()),
            finding.span().line());
      }
      for (OtherFinding other : others.inFiles()) {
        write(
            json,
            other.message(),
            other.name(),
            fingerprints.of(other),
            "info",
            other.file(),
            Math.max(1, other.line()));
      }
      json.writeEndArray();
    });
  }

  private static void write(
      JsonGenerator json,
      String description,
      String check,
      String fingerprint,
      String severity,
      String path,
      int line) {
    json.writeStartObject();
    json.writeStringProperty("description", description);
    json.writeStringProperty("check_name", check);
    json.writeStringProperty("fingerprint", fingerprint);
    json.writeStringProperty("severity", severity);
    json.writeObjectPropertyStart("location");
    json.writeStringProperty("path", path);
    json.writeObjectPropertyStart("lines");
    json.writeNumberProperty("begin", line);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String severity(LeakClass leakClass) {
    return switch (leakClass) {
      case LEAK -> "major";
      case BOUNDED -> "minor";
      case HYGIENE -> "info";
    };
  }
}
