package dev.tidemark.report;

import dev.tidemark.diagnose.Report;
import dev.tidemark.profile.table.Grouping;
import dev.tidemark.profile.table.Totals;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Differences as JSON, with the report that two snapshots of one process allow. */
public final class JsonDifference {
  static final String SCHEMA = "tidemark.difference/1";

  private JsonDifference() {}

  public static String of(
      String before, String after, Report report, List<Difference> differences, Grouping grouping) {
    return Json.document(json -> {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      json.writeStringProperty("before", before);
      json.writeStringProperty("after", after);
      json.writeArrayPropertyStart("differences");
      for (Difference difference : differences) {
        write(json, difference, grouping);
      }
      json.writeEndArray();
      json.writeName("report");
      JsonReport.report(json, report);
      json.writeEndObject();
    });
  }

  private static void write(JsonGenerator json, Difference difference, Grouping grouping) {
    json.writeStartObject();
    json.writeStringProperty("kind", difference.kind().word());
    json.writeStringProperty("type", difference.valueType().type());
    json.writeStringProperty("unit", difference.valueType().unit());
    json.writeNumberProperty("before", difference.before().total(difference.type()));
    json.writeNumberProperty("after", difference.after().total(difference.type()));
    json.writeArrayPropertyStart("entries");
    Totals totals = Totals.of(difference.change(), difference.type(), grouping);
    for (Totals.Entry entry : totals.entries()) {
      if (entry.flat() != 0 || entry.cumulative() != 0 || entry.growth() != 0) {
        json.writeStartObject();
        json.writeStringProperty("name", entry.name());
        json.writeNumberProperty("net", entry.flat());
        json.writeNumberProperty("growth", entry.growth());
        json.writeNumberProperty("shrinkage", entry.shrinkage());
        json.writeNumberProperty("cumulative", entry.cumulative());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
