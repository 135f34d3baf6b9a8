package dev.tidemark.series.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.series.MetricSample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Prometheus text (exposition_formats.md, "Text-based format") and OpenMetrics 1.0. Comments,
 * timestamps and exemplars are passed over.
 */
public final class ExpositionReader {
  private static final int MOST_SAMPLES = 1_000_000;
  private static final int MOST_LABELS = 256;

  private final String text;
  private int at;
  private int line = 1;

  private ExpositionReader(String text) {
    this.text = text;
  }

  /**
   * The samples of an exposition, in order.
   *
   * @throws MalformedExpositionException at the first line that is not of the form
   */
  public static List<MetricSample> read(byte[] bytes) throws MalformedExpositionException {
    return new ExpositionReader(new String(bytes, UTF_8)).samples();
  }

  private List<MetricSample> samples() throws MalformedExpositionException {
    List<MetricSample> samples = new ArrayList<>();
    while (at < text.length()) {
      skipBlanks();
      if (at < text.length() && !isLineEnd(text.charAt(at)) && text.charAt(at) != '#') {
        if (samples.size() == MOST_SAMPLES) {
          throw problem("more than %,d samples".formatted(MOST_SAMPLES));
        }
        samples.add(sample());
      }
      skipLine();
    }
    return samples;
  }

  private MetricSample sample() throws MalformedExpositionException {
    String name = "";
    Map<String, String> labels = Map.of();
    if (text.charAt(at) != '{') {
      name = word("a metric name");
      skipBlanks();
    }
    if (at < text.length() && text.charAt(at) == '{') {
      labels = new HashMap<>();
      at++;
      name = labels(labels, name);
      skipBlanks();
    }
    return new MetricSample(name, labels, number());
  }

  /** Reads labels up to the closing brace; a quoted name alone is the metric's (UTF-8 names). */
  private String labels(Map<String, String> labels, String name)
      throws MalformedExpositionException {
    String metric = name;
    while (true) {
      skipBlanks();
      char c = peek();
      if (c == '}') {
        at++;
        return metric;
      }
      if (c == ',') {
        at++;
        continue;
      }
      String key = c == '"' ? quoted() : word("a label name");
      skipBlanks();
      if (peek() != '=') {
        if (c == '"' && metric.isEmpty()) {
          metric = key;
          continue;
        }
        throw problem("label " + key + " has no value");
      }
      at++;
      skipBlanks();
      if (peek() != '"') {
        throw problem("the value of label " + key + " is not quoted");
      }
      labels.put(key, quoted());
      if (labels.size() > MOST_LABELS) {
        throw problem("more than %,d labels".formatted(MOST_LABELS));
      }
    }
  }

  private String quoted() throws MalformedExpositionException {
    StringBuilder value = new StringBuilder();
    at++;
    while (true) {
      char c = peek();
      at++;
      if (c == '"') {
        return value.toString();
      }
      if (c == '\\') {
        char escaped = peek();
        at++;
        value.append(escaped == 'n' ? '\n' : escaped);
      } else {
        value.append(c);
      }
    }
  }

  private String word(String what) throws MalformedExpositionException {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw problem("expected " + what);
    }
    return text.substring(start, at);
  }

  private double number() throws MalformedExpositionException {
    int start = at;
    while (at < text.length() && text.charAt(at) > ' ') {
      at++;
    }
    String number = text.substring(start, at);
    try {
      return switch (number) {
        case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        case "NaN" -> Double.NaN;
        default -> Double.parseDouble(number);
      };
    } catch (NumberFormatException notOne) {
      throw problem("expected a number, found \"" + shortened(number) + "\"");
    }
  }

  private char peek() throws MalformedExpositionException {
    if (at >= text.length() || isLineEnd(text.charAt(at))) {
      throw problem("ends inside a sample");
    }
    return text.charAt(at);
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end + 1;
    line++;
  }

  private MalformedExpositionException problem(String what) {
    return new MalformedExpositionException(line, what);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == ':'
        || c == '.';
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
