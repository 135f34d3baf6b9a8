package dev.tidemark.report.scan;

import dev.tidemark.report.Json;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.ScanReport;

/** Findings as GitLab's code quality report, which merge requests show. */
public final class GitlabCodeQuality {
  private GitlabCodeQuality() {}

  public static String of(ScanReport report, SourceLines source) {
    Fingerprints fingerprints = new Fingerprints(source);
    return Json.document(json -> {
      json.writeStartArray();
      for (Finding finding : report.findings()) {
        json.writeStartObject();
        json.writeStringProperty("description", finding.message() + "; " + finding.fix());
        json.writeStringProperty("check_name", finding.rule().id());
        json.writeStringProperty("fingerprint", fingerprints.of(finding));
        json.writeStringProperty("severity", severity(finding.leakClass()));
        json.writeObjectPropertyStart("location");
        json.writeStringProperty("path", report.relative(finding.span().file()));
        json.writeObjectPropertyStart("lines");
        json.writeNumberProperty("begin", finding.span().line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static String severity(LeakClass leakClass) {
    return switch (leakClass) {
      case LEAK -> "major";
      case BOUNDED -> "minor";
      case HYGIENE -> "info";
    };
  }
}
