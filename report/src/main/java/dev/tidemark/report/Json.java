package dev.tidemark.report;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON text, indented, one document and a line end. */
public final class Json {
  private Json() {}

  public static String document(Consumer<JsonGenerator> body) {
    StringWriter text = new StringWriter();
    ObjectWriteContext indented =
        new ObjectWriteContext.Base() {
          @Override
          public DefaultPrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
          }
        };
    try (JsonGenerator json = new JsonFactory().createGenerator(indented, text)) {
      body.accept(json);
    }
    return text.append('\n').toString();
  }

  /** A number as JSON has it; what is infinite or unknown is null. */
  static void number(JsonGenerator json, String name, double value) {
    if (!Double.isFinite(value)) {
      json.writeNullProperty(name);
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumberProperty(name, (long) value);
    } else {
      json.writeNumberProperty(name, Math.round(value * 1000) / 1000.0);
    }
  }
}
