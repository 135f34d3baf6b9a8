package dev.tidemark.detect.memory.fit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an injector says of the series it made: a JSON array of flat objects with {@code series_id},
 * {@code leak} (true or false) and, of those that leak, {@code leak_start} (epoch seconds) and
 * {@code slope} (fraction of the limit per hour). Other fields are passed over.
 */
final class Truth {
  private static final Pattern OBJECT = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern FIELD =
      Pattern.compile("\"(\\w+)\"\\s*:\\s*(?:\"([^\"\\\\]*)\"|([-+.\\w]+))");

  private Truth() {}

  /**
   * Labels by id of the series.
   *
   * @throws IOException if the file can't be read, or an object lacks a field
   */
  static Map<String, Label> read(Path file) throws IOException {
    Map<String, Label> labels = new HashMap<>();
    Matcher objects = OBJECT.matcher(Files.readString(file));
    while (objects.find()) {
      try {
        Map<String, String> fields = fields(objects.group(1));
        labels.put(text(fields, "series_id"), label(fields));
      } catch (IllegalArgumentException e) {
        throw new IOException("%s: %s in %s".formatted(file, e.getMessage(), objects.group()), e);
      }
    }
    return labels;
  }

  private static Map<String, String> fields(String object) {
    Map<String, String> fields = new HashMap<>();
    Matcher found = FIELD.matcher(object);
    while (found.find()) {
      fields.put(
          found.group(1), Optional.ofNullable(found.group(2)).orElseGet(() -> found.group(3)));
    }
    return fields;
  }

  private static Label label(Map<String, String> fields) {
    return switch (text(fields, "leak")) {
      case "true" ->
          new Label.Leak(
              Math.round(Double.parseDouble(text(fields, "leak_start")) * 1000),
              Double.parseDouble(text(fields, "slope")));
      case "false" -> new Label.Harmless();
      default -> throw new IllegalArgumentException("\"leak\" neither true nor false");
    };
  }

  private static String text(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no \"" + name + "\""));
  }
}
