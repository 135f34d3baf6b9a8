package dev.tidemark.report.scan;

import dev.tidemark.report.Json;
import dev.tidemark.scan.Finding;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.Span;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.mend.Edit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Findings as one JSON document. */
public final class ScanJson {
  private static final String SCHEMA = "tidemark.scan/1";

  private ScanJson() {}

  /**
   * @param others what other tools have found
   * @param edits that mend findings, where there are any
   */
  public static String of(ScanReport report, OtherFindings others, Map<Finding, List<Edit>> edits) {
    return Json.document(json -> {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      json.writeStringProperty("root", report.root());
      json.writeArrayPropertyStart("findings");
      for (Finding finding : report.findings()) {
        List<String> also = List.copyOf(others.also().getOrDefault(finding, Set.of()));
        write(json, report, finding, edits.getOrDefault(finding, List.of()), also);
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("others");
      others.others().forEach(other -> write(json, other));
      json.writeEndArray();
      json.writeObjectPropertyStart("counts");
      for (LeakClass leakClass : LeakClass.values()) {
        json.writeNumberProperty(word(leakClass), report.count(leakClass));
      }
      json.writeNumberProperty("uncertain", report.uncertain());
      json.writeNumberProperty("ignored", report.ignored());
      json.writeNumberProperty("elsewhere", others.outside());
      json.writeNumberProperty("packages", report.packages());
      json.writeNumberProperty("functions", report.functions());
      json.writeEndObject();
      json.writeArrayPropertyStart("unreadable");
      report.problems().forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  static String word(LeakClass leakClass) {
    return leakClass.name().toLowerCase(Locale.ROOT);
  }

  private static void write(
      JsonGenerator json, ScanReport report, Finding finding, List<Edit> edits, List<String> also) {
    json.writeStartObject();
    json.writeStringProperty("rule", finding.rule().id());
    json.writeStringProperty("class", word(finding.leakClass()));
    span(json, report, finding.span());
    json.writeStringProperty("function", finding.function());
    json.writeStringProperty("message", finding.message());
    json.writeArrayPropertyStart("steps");
    for (Step step : finding.steps()) {
      json.writeStartObject();
      span(json, report, step.span());
      json.writeStringProperty("message", step.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringProperty("fix", finding.fix());
    json.writeArrayPropertyStart("edits");
    for (Edit edit : edits) {
      json.writeStartObject();
      span(json, report, edit.span());
      json.writeNumberProperty("from", edit.from());
      json.writeNumberProperty("to", edit.to());
      json.writeStringProperty("text", edit.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    texts(json, "also", also);
    json.writeBooleanProperty("uncertain", finding.isUncertain());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, OtherFinding other) {
    json.writeStartObject();
    json.writeStringProperty("tool", other.tool());
    json.writeStringProperty("rule", other.rule());
    json.writeStringProperty("file", other.file());
    json.writeNumberProperty("line", other.line());
    json.writeStringProperty("message", other.message());
    texts(json, "also", other.also());
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void span(JsonGenerator json, ScanReport report, Span span) {
    json.writeStringProperty("file", report.relative(span.file()));
    json.writeNumberProperty("line", span.line());
    json.writeNumberProperty("column", span.column());
    json.writeNumberProperty("end_line", span.endLine());
    json.writeNumberProperty("end_column", span.endColumn());
  }
}
