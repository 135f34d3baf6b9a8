package dev.tidemark.report;

import dev.tidemark.detect.Growth;
import dev.tidemark.detect.Points;
import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.CaseGrowth;
import dev.tidemark.diagnose.Code;
import dev.tidemark.diagnose.CodeFinding;
import dev.tidemark.diagnose.GoroutineCount;
import dev.tidemark.diagnose.KnownShape;
import dev.tidemark.diagnose.Measure;
import dev.tidemark.diagnose.Observation;
import dev.tidemark.diagnose.PathGrowth;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Unreadable;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.profile.Frame;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** A report as JSON, by {@code docs/schemas/report-1.json}: fields are added, never renamed. */
public final class JsonReport {
  static final String SCHEMA = "tidemark.report/1";

  private JsonReport() {}

  /** One report is a document of its own, several are an array. */
  public static String of(List<Report> reports) {
    return Json.document(json -> {
      if (reports.size() == 1) {
        report(json, reports.getFirst());
      } else {
        json.writeStartArray();
        reports.forEach(report -> report(json, report));
        json.writeEndArray();
      }
    });
  }

  static void report(JsonGenerator json, Report report) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeStringProperty("source", report.source());
    json.writeObjectPropertyStart("window");
    time(json, "from", report.window().fromMillis());
    time(json, "to", report.window().toMillis());
    json.writeNumberProperty("snapshots", report.window().snapshots());
    json.writeEndObject();
    verdict(json, report.verdict());
    json.writeArrayPropertyStart("measures");
    report.measures().forEach(measure -> measure(json, measure));
    json.writeEndArray();
    json.writeArrayPropertyStart("observations");
    for (Observation observation : report.observations()) {
      json.writeStartObject();
      json.writeStringProperty("kind", observation.kind());
      json.writeStringProperty("text", observation.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("cases");
    report.cases().forEach(each -> write(json, each));
    json.writeEndArray();
    json.writeArrayPropertyStart("goroutines");
    report.goroutines().forEach(group -> write(json, group));
    json.writeEndArray();
    json.writeArrayPropertyStart("paths");
    report.paths().forEach(path -> write(json, path));
    json.writeEndArray();
    json.writeObjectPropertyStart("remainder");
    json.writeNumberProperty("sites", report.remainder().sites());
    growth(json, "bytes", report.remainder().bytes());
    json.writeNumberProperty("groups", report.remainder().groups());
    json.writeEndObject();
    write(json, report.code());
    json.writeArrayPropertyStart("unreadable");
    for (Unreadable unreadable : report.unreadable()) {
      json.writeStartObject();
      json.writeStringProperty("name", unreadable.name());
      json.writeStringProperty("problem", unreadable.problem());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void verdict(JsonGenerator json, Verdict verdict) {
    json.writeObjectPropertyStart("verdict");
    json.writeStringProperty("kind", verdict.kind());
    Json.number(json, "confidence", verdict.confidence());
    json.writeArrayPropertyStart("reasons");
    verdict.reasons().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("next", verdict.next());
    if (verdict instanceof Verdict.Inconclusive unsure) {
      json.writeNumberProperty("watchSeconds", unsure.more().toSeconds());
    }
    json.writeEndObject();
  }

  private static void measure(JsonGenerator json, Measure measure) {
    json.writeStartObject();
    json.writeStringProperty("name", measure.name());
    json.writeStringProperty("unit", measure.unit().name().toLowerCase(Locale.ROOT));
    Json.number(json, "first", measure.first());
    Json.number(json, "last", measure.last());
    json.writeNumberProperty("observations", measure.observations());
    growth(json, "growthPerMinute", measure.growth());
    points(json, measure.points());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Case each) {
    json.writeStartObject();
    json.writeNumberProperty("rank", each.rank());
    json.writeStringProperty("kind", each.kind());
    json.writeName("site");
    frame(json, each.site().frame());
    json.writeBooleanProperty("ownCode", each.site().isOwn());
    json.writeArrayPropertyStart("stack");
    each.stack().forEach(frame -> frame(json, frame));
    json.writeEndArray();
    json.writeObjectPropertyStart("growthPerMinute");
    switch (each.growthPerMinute()) {
      case CaseGrowth.OfHeap heap -> {
        growth(json, "bytes", heap.bytes());
        growth(json, "count", heap.count());
      }
      case CaseGrowth.OfGoroutines goroutines -> growth(json, "count", goroutines.count());
    }
    json.writeEndObject();
    Json.number(json, "shareOfGrowth", each.shareOfGrowth());
    Json.number(json, "first", each.first());
    Json.number(json, "last", each.last());
    points(json, each.points());
    json.writeArrayPropertyStart("shapes");
    for (KnownShape shape : each.shapes()) {
      json.writeStartObject();
      json.writeStringProperty("name", shape.name());
      json.writeStringProperty("title", shape.title());
      json.writeStringProperty("fix", shape.fix());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringProperty("hint", each.hint());
    if (each.findings().isEmpty()) {
      json.writeNullProperty("keeper");
    } else {
      CodeFinding keeper = each.findings().getFirst();
      json.writeName("keeper");
      frame(json, new Frame(keeper.function(), keeper.file(), keeper.line()));
    }
    json.writeArrayPropertyStart("findings");
    each.findings().forEach(finding -> write(json, finding));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, CodeFinding finding) {
    json.writeStartObject();
    json.writeStringProperty("rule", finding.rule());
    json.writeStringProperty("message", finding.message());
    json.writeStringProperty("file", finding.file());
    json.writeNumberProperty("line", finding.line());
    json.writeStringProperty("function", finding.function());
    json.writeStringProperty("code", finding.code());
    json.writeStringProperty("fix", finding.fix());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Code code) {
    if (code.isNone()) {
      return;
    }
    json.writeObjectPropertyStart("code");
    json.writeStringProperty("folder", code.folder());
    json.writeNumberProperty("packages", code.packages());
    json.writeArrayPropertyStart("latent");
    code.latent().forEach(finding -> write(json, finding));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, GoroutineCount group) {
    json.writeStartObject();
    json.writeName("site");
    frame(json, group.site().frame());
    json.writeArrayPropertyStart("stack");
    group.stack().forEach(frame -> frame(json, frame));
    json.writeEndArray();
    json.writeNumberProperty("first", group.first());
    json.writeNumberProperty("last", group.last());
    growth(json, "growthPerMinute", group.perMinute());
    json.writeStringProperty("waitsFor", group.waitsFor());
    json.writeNumberProperty("longestWaitMinutes", group.longestWaitMinutes());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, PathGrowth path) {
    json.writeStartObject();
    json.writeStringProperty("pattern", path.pattern());
    json.writeObjectPropertyStart("bytes");
    Json.number(json, "first", path.firstBytes());
    Json.number(json, "last", path.lastBytes());
    growth(json, "growthPerMinute", path.bytes());
    json.writeEndObject();
    json.writeObjectPropertyStart("goroutines");
    Json.number(json, "first", path.firstGoroutines());
    Json.number(json, "last", path.lastGoroutines());
    growth(json, "growthPerMinute", path.goroutines());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Pairs of epoch milliseconds and value. */
  private static void points(JsonGenerator json, Points points) {
    json.writeArrayPropertyStart("points");
    for (int i = 0; i < points.count(); i++) {
      json.writeStartArray();
      json.writeNumber(points.timesMillis()[i]);
      json.writeNumber(Math.round(points.values()[i]));
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  static void frame(JsonGenerator json, Frame frame) {
    json.writeStartObject();
    json.writeStringProperty("function", frame.function());
    json.writeStringProperty("file", frame.file());
    json.writeNumberProperty("line", frame.line());
    json.writeEndObject();
  }

  private static void growth(JsonGenerator json, String name, Growth growth) {
    json.writeObjectPropertyStart(name);
    Json.number(json, "estimate", growth.estimate());
    Json.number(json, "low", growth.low());
    Json.number(json, "high", growth.high());
    json.writeEndObject();
  }

  /** RFC 3339 in UTC; null where no time is known. */
  private static void time(JsonGenerator json, String name, long millis) {
    if (millis == 0) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, Instant.ofEpochMilli(millis).toString());
    }
  }
}
