package dev.tidemark.report;

import dev.tidemark.detect.memory.Slope;
import dev.tidemark.diagnose.series.SeriesReport;
import dev.tidemark.diagnose.series.SeriesVerdict;
import java.io.StringWriter;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Verdicts on series as JSON lines, in the order in which the series were met. */
public final class SeriesLines {
  private SeriesLines() {}

  public static String of(SeriesReport report) {
    StringWriter text = new StringWriter();
    JsonFactory factory = new JsonFactory();
    for (SeriesVerdict verdict : report.verdicts()) {
      try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), text)) {
        json.writeStartObject();
        fields(json, verdict);
        json.writeEndObject();
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** The fields of the contract, in an object that is open. */
  static void fields(JsonGenerator json, SeriesVerdict verdict) {
    json.writeStringProperty("series_id", verdict.seriesId());
    switch (verdict) {
      case SeriesVerdict.Leak leak -> {
        seconds(json, leak.firedAtMillis());
        slope(json, leak.slope());
      }
      case SeriesVerdict.Steady steady -> {
        json.writeNullProperty("fired_at");
        slope(json, steady.slope());
      }
      case SeriesVerdict.Growing growing -> {
        json.writeNullProperty("fired_at");
        slope(json, growing.slope());
      }
      case SeriesVerdict.TooShort _ -> {
        json.writeNullProperty("fired_at");
        json.writeNullProperty("slope");
        json.writeNullProperty("lo");
        json.writeNullProperty("hi");
      }
    }
    json.writeStringProperty("verdict", verdict.kind());
  }

  /** Six digits that count: a slope may be of bytes or of a fraction. */
  static void number(JsonGenerator json, String name, double value) {
    if (!Double.isFinite(value)) {
      json.writeNullProperty(name);
    } else {
      json.writeName(name);
      json.writeRawValue(Figures.plain(value));
    }
  }

  private static void slope(JsonGenerator json, Slope slope) {
    number(json, "slope", slope.estimate());
    number(json, "lo", slope.low());
    number(json, "hi", slope.high());
  }

  private static void seconds(JsonGenerator json, long millis) {
    if (millis % 1000 == 0) {
      json.writeNumberProperty("fired_at", millis / 1000);
    } else {
      json.writeNumberProperty("fired_at", BigDecimal.valueOf(millis, 3));
    }
  }
}
