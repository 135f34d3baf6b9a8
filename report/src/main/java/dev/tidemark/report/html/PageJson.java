package dev.tidemark.report.html;

import dev.tidemark.detect.Growth;
import dev.tidemark.detect.Points;
import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.Measure;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.report.FrameText;
import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the time line draws, as JSON that may stand in a script element: lines, each with points
 * {@code [milliseconds since from, value]} and its growth per minute.
 */
final class PageJson {
  private PageJson() {}

  static String lines(Report report) {
    StringWriter text = new StringWriter();
    long from = report.window().fromMillis();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeNumberProperty("from", from);
      json.writeNumberProperty("to", report.window().toMillis());
      json.writeStringProperty("chosen", chosen(report.verdict()));
      json.writeArrayPropertyStart("lines");
      for (Measure measure : report.measures()) {
        line(json, from, 0, measure.name(), measure.unit(), measure.growth(), measure.points());
      }
      for (Case each : report.cases()) {
        String name = FrameText.place(each.site());
        Growth growth = Numbers.growth(each);
        line(json, from, each.rank(), name, Numbers.unit(each), growth, each.points());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return inScript(text.toString());
  }

  /** The quantity that the verdict speaks of. */
  private static String chosen(Verdict verdict) {
    return switch (verdict) {
      case Verdict.GoroutineLeak _ -> "goroutines";
      case Verdict.OutsideHeap _ -> "memory outside Go";
      case Verdict.Leak _ -> "live heap";
      case Verdict.Flood _ -> "live heap";
      case Verdict.WarmUp _ -> "live heap";
      case Verdict.Load _ -> "live heap";
      case Verdict.HighWater _ -> "live heap";
      case Verdict.Steady _ -> "live heap";
      case Verdict.Inconclusive _ -> "live heap";
    };
  }

  private static void line(
      JsonGenerator json,
      long from,
      int rank,
      String name,
      Measure.Unit unit,
      Growth growth,
      Points points) {
    json.writeStartObject();
    json.writeStringProperty("name", Markup.visible(name));
    json.writeNumberProperty("rank", rank);
    json.writeStringProperty("unit", unit.name().toLowerCase(Locale.ROOT));
    json.writeArrayPropertyStart("growth");
    if (Double.isFinite(growth.low()) && Double.isFinite(growth.high())) {
      number(json, growth.estimate());
      number(json, growth.low());
      number(json, growth.high());
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("points");
    for (int i = 0; i < points.count(); i++) {
      json.writeStartArray();
      json.writeNumber(points.timesMillis()[i] - from);
      number(json, points.values()[i]);
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(Math.round(value * 1000) / 1000.0);
    }
  }

  /**
   * These stand within strings only, where JSON takes their numbers as well; HTML then sees none.
   */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
