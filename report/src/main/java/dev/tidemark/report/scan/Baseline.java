package dev.tidemark.report.scan;

import dev.tidemark.scan.Finding;
import dev.tidemark.scan.ScanReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * Findings of an earlier scan, which are not new. They are told by what they say and where they
 * stand, not by their line: code above them may have changed.
 */
public final class Baseline {
  private final Map<Known, Integer> known = new HashMap<>();

  private record Known(String rule, String file, String function, String message) {}

  private Baseline() {}

  /** What was given is none; the message says why. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String why) {
      super(why);
    }
  }

  /**
   * @param bytes what {@code tidemark scan --format json} wrote
   */
  public static Baseline of(byte[] bytes) throws Unusable {
    Baseline baseline = new Baseline();
    boolean hasFindings = false;
    try (JsonParser json = new JsonFactory().createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Unusable("is no report of `tidemark scan --format json`");
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.START_ARRAY && name.equals("findings")) {
          hasFindings = true;
          baseline.findings(json);
        } else {
          json.skipChildren();
        }
      }
    } catch (JacksonException e) {
      var where = e.getLocation();
      throw new Unusable("is no JSON" + (where == null ? "" : " in line " + where.getLineNr()));
    }
    if (!hasFindings) {
      throw new Unusable("has no findings: it is no report of `tidemark scan --format json`");
    }
    return baseline;
  }

  private void findings(JsonParser json) {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> texts = new HashMap<>();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value == JsonToken.VALUE_STRING) {
          texts.put(name, json.getString());
        } else {
          json.skipChildren();
        }
      }
      known.merge(
          new Known(
              texts.getOrDefault("rule", ""),
              texts.getOrDefault("file", ""),
              texts.getOrDefault("function", ""),
              withoutNumbers(texts.getOrDefault("message", ""))),
          1,
          Integer::sum);
    }
  }

  static String withoutNumbers(String message) {
    return message.replaceAll("[0-9]+", "0");
  }

  /** What is new in a report. */
  public ScanReport without(ScanReport report) {
    Map<Known, Integer> left = new HashMap<>(known);
    List<Finding> fresh = new ArrayList<>();
    for (Finding finding : report.findings()) {
      Known key =
          new Known(
              finding.rule().id(),
              report.relative(finding.span().file()),
              finding.function(),
              withoutNumbers(finding.message()));
      int count = left.getOrDefault(key, 0);
      if (count > 0) {
        left.put(key, count - 1);
      } else {
        fresh.add(finding);
      }
    }
    return report.withFindings(fresh);
  }
}
