package dev.tidemark.report;

import dev.tidemark.diagnose.Unreadable;
import dev.tidemark.diagnose.series.SeriesReport;
import dev.tidemark.diagnose.series.SeriesVerdict;
import tools.jackson.core.JsonGenerator;

/** Verdicts on series as one JSON document. */
public final class JsonSeries {
  static final String SCHEMA = "tidemark.series/1";

  private JsonSeries() {}

  public static String of(SeriesReport report) {
    return Json.document(json -> {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      json.writeStringProperty("source", report.source());
      json.writeStringProperty("value", report.valueName());
      json.writeNumberProperty("samples", report.samples());
      json.writeNumberProperty("passed_over", report.passedOver());
      json.writeNumberProperty("bad_lines", report.badLines());
      json.writeObjectPropertyStart("verdicts");
      for (String kind : new String[] {"leak", "steady", "inconclusive"}) {
        json.writeNumberProperty(kind, report.count(kind));
      }
      json.writeEndObject();
      json.writeArrayPropertyStart("series");
      for (SeriesVerdict verdict : report.verdicts()) {
        write(json, verdict);
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("unreadable");
      for (Unreadable each : report.unreadable()) {
        json.writeStartObject();
        json.writeStringProperty("name", each.name());
        json.writeStringProperty("problem", each.problem());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void write(JsonGenerator json, SeriesVerdict verdict) {
    json.writeStartObject();
    SeriesLines.fields(json, verdict);
    switch (verdict) {
      case SeriesVerdict.Leak leak -> {
        SeriesLines.number(json, "level", leak.level());
        SeriesLines.number(json, "limit", leak.limit());
        json.writeNumberProperty("window_seconds", leak.windowMillis() / 1000);
        json.writeObjectPropertyStart("hours_to_limit");
        SeriesLines.number(json, "estimate", leak.hoursToLimit(leak.slope().estimate()));
        SeriesLines.number(json, "low", leak.hoursToLimit(leak.slope().high()));
        SeriesLines.number(json, "high", leak.hoursToLimit(leak.slope().low()));
        json.writeEndObject();
      }
      case SeriesVerdict.Steady steady -> SeriesLines.number(json, "level", steady.level());
      case SeriesVerdict.Growing growing -> SeriesLines.number(json, "level", growing.level());
      case SeriesVerdict.TooShort tooShort -> json.writeStringProperty("reason", tooShort.reason());
    }
    json.writeEndObject();
  }
}
