package dev.tidemark.report.scan;

import dev.tidemark.report.Json;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.Span;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.mend.Edit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), for code hosts and
 * dashboards: levels, code flows, and fingerprints that survive moved lines.
 */
public final class Sarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final ScanReport report;
  private final OtherFindings others;
  private final SourceLines source;
  private final Map<Finding, List<Edit>> edits;
  private final Fingerprints fingerprints;

  private Sarif(
      ScanReport report, OtherFindings others, SourceLines source, Map<Finding, List<Edit>> edits) {
    this.report = report;
    this.others = others;
    this.edits = edits;
    this.source = source;
    this.fingerprints = new Fingerprints(source);
  }

  /**
   * @param version of Tidemark
   * @param others what other tools have found: a run of its own for each of them
   * @param edits that mend findings, where there are any
   */
  public static String of(
      ScanReport report,
      OtherFindings others,
      SourceLines source,
      String version,
      Map<Finding, List<Edit>> edits) {
    return Json.document(json -> new Sarif(report, others, source, edits).write(json, version));
  }

  private void write(JsonGenerator json, String version) {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "tidemark");
    json.writeStringProperty("version", version);
    json.writeArrayPropertyStart("rules");
    report.rules().forEach(rule -> rule(json, rule));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    json.writeArrayPropertyStart("results");
    report.findings().forEach(finding -> result(json, finding));
    json.writeEndArray();
    json.writeEndObject();
    others.others().stream()
        .collect(Collectors.groupingBy(OtherFinding::tool, TreeMap::new, Collectors.toList()))
        .forEach((tool, found) -> run(json, tool, found));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void run(JsonGenerator json, String tool, List<OtherFinding> found) {
    json.writeStartObject();
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", tool);
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayPropertyStart("results");
    for (OtherFinding other : found) {
      json.writeStartObject();
      json.writeStringProperty("ruleId", other.rule());
      json.writeStringProperty("level", "note");
      text(json, "message", other.message());
      if (!other.file().isEmpty()) {
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(other.file()));
        json.writeEndObject();
        if (other.line() > 0) {
          json.writeObjectPropertyStart("region");
          json.writeNumberProperty("startLine", other.line());
          json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void rule(JsonGenerator json, RuleInfo rule) {
    json.writeStartObject();
    json.writeStringProperty("id", rule.id());
    text(json, "shortDescription", rule.title());
    text(json, "help", rule.fix());
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty("level", level(rule.leakClass()));
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("class", ScanJson.word(rule.leakClass()));
    if (rule.cwe() > 0) {
      json.writeArrayPropertyStart("tags");
      json.writeString("external/cwe/cwe-" + rule.cwe());
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String level(LeakClass leakClass) {
    return switch (leakClass) {
      case LEAK -> "error";
      case BOUNDED -> "warning";
      case HYGIENE -> "note";
    };
  }

  private static void text(JsonGenerator json, String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  private void result(JsonGenerator json, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", finding.rule().id());
    json.writeStringProperty("level", level(finding.leakClass()));
    text(json, "message", finding.message() + "; " + finding.fix());
    json.writeArrayPropertyStart("locations");
    location(json, finding.span(), "");
    json.writeEndArray();
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("tidemark/v1", fingerprints.of(finding));
    json.writeEndObject();
    flow(json, finding.steps());
    fix(json, finding);
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("class", ScanJson.word(finding.leakClass()));
    json.writeStringProperty("function", finding.function());
    if (!others.also(finding).isEmpty()) {
      json.writeStringProperty("also", others.also(finding));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void flow(JsonGenerator json, List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("codeFlows");
    json.writeStartObject();
    json.writeArrayPropertyStart("threadFlows");
    json.writeStartObject();
    json.writeArrayPropertyStart("locations");
    for (Step step : steps) {
      json.writeStartObject();
      json.writeName("location");
      location(json, step.span(), step.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void fix(JsonGenerator json, Finding finding) {
    List<Edit> made = edits.getOrDefault(finding, List.of());
    if (made.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("fixes");
    json.writeStartObject();
    text(json, "description", finding.fix());
    json.writeArrayPropertyStart("artifactChanges");
    json.writeStartObject();
    artifact(json, finding.span());
    json.writeArrayPropertyStart("replacements");
    for (Edit edit : made) {
      json.writeStartObject();
      json.writeName("deletedRegion");
      region(json, edit.span());
      text(json, "insertedContent", edit.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void artifact(JsonGenerator json, Span span) {
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(report.relative(span.file())));
    json.writeEndObject();
  }

  private void region(JsonGenerator json, Span span) {
    json.writeStartObject();
    json.writeNumberProperty("startLine", span.line());
    json.writeNumberProperty("startColumn", column(span.file(), span.line(), span.column()));
    json.writeNumberProperty("endLine", span.endLine());
    json.writeNumberProperty("endColumn", column(span.file(), span.endLine(), span.endColumn()));
    json.writeEndObject();
  }

  private void location(JsonGenerator json, Span span, String message) {
    json.writeStartObject();
    json.writeObjectPropertyStart("physicalLocation");
    artifact(json, span);
    json.writeName("region");
    region(json, span);
    json.writeEndObject();
    if (!message.isEmpty()) {
      text(json, "message", message);
    }
    json.writeEndObject();
  }

  /** Our columns are bytes, those of SARIF are UTF-16 units. */
  private int column(String file, int line, int column) {
    byte[] bytes = source.line(file, line).getBytes(StandardCharsets.UTF_8);
    int length = Math.min(column - 1, bytes.length);
    return new String(bytes, 0, length, StandardCharsets.UTF_8).length() + 1;
  }

  private static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean isPlain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "/-_.~".indexOf(c) >= 0;
      uri.append(isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return uri.toString();
  }
}
