package dev.tidemark.report.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a SARIF 2.1.0 file says is found (OASIS, 2020), as far as it concerns a folder. What the
 * standard lets a tool leave out may be missing; what was suppressed, or is no longer there, is
 * left out.
 *
 * @param findings of files in the folder
 * @param outside how many are of other files
 */
public record SarifReport(List<OtherFinding> findings, int outside) {
  public SarifReport {
    findings = List.copyOf(findings);
  }

  /** What was given can't be read; the message says why. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String why) {
      super(why);
    }
  }

  /**
   * @param root the folder that was scanned
   */
  public static SarifReport of(byte[] bytes, String root) throws Unusable {
    if (!(JsonTree.of(bytes) instanceof Map<?, ?> log)
        || !(log.get("runs") instanceof List<?> runs)) {
      throw new Unusable("is no SARIF report: it has no `runs`");
    }
    Reader reader = new Reader(root);
    for (Object run : runs) {
      if (run instanceof Map<?, ?> one) {
        reader.run(one);
      }
    }
    return new SarifReport(reader.findings, reader.outside);
  }

  private static final class Reader {
    private final Path root;
    private final List<OtherFinding> findings = new ArrayList<>();
    private int outside;

    Reader(String root) {
      this.root = Path.of(root).normalize();
    }

    private void run(Map<?, ?> run) {
      Map<?, ?> driver = map(map(run.get("tool")).get("driver"));
      String tool = text(driver.get("name"), "another tool");
      for (Object each : list(run.get("results"))) {
        if (each instanceof Map<?, ?> result && isTold(result)) {
          result(result, run, driver, tool);
        }
      }
    }

    private static boolean isTold(Map<?, ?> result) {
      boolean isSuppressed =
          list(result.get("suppressions")).stream()
              .anyMatch(one -> {
                String status = text(map(one).get("status"), "accepted");
                return status.equals("accepted");
              });
      String kind = text(result.get("kind"), "fail");
      return !isSuppressed
          && !text(result.get("baselineState"), "").equals("absent")
          && (kind.equals("fail") || kind.equals("review") || kind.equals("open"));
    }

    private void result(Map<?, ?> result, Map<?, ?> run, Map<?, ?> driver, String tool) {
      Map<?, ?> rule = rule(result, driver);
      String id = text(result.get("ruleId"), text(rule.get("id"), "unnamed"));
      Map<?, ?> message = map(result.get("message"));
      String said =
          text(
              message.get("text"),
              text(
                  message.get("markdown"),
                  text(map(rule.get("shortDescription")).get("text"), id)));
      List<?> locations = list(result.get("locations"));
      Map<?, ?> physical =
          locations.isEmpty() ? Map.of() : map(map(locations.getFirst()).get("physicalLocation"));
      String file = file(map(physical.get("artifactLocation")), run);
      if (file == null) {
        outside++;
        return;
      }
      int line = number(map(physical.get("region")).get("startLine"));
      findings.add(new OtherFinding(tool, id, file, line, said.strip(), List.of()));
    }

    private static Map<?, ?> rule(Map<?, ?> result, Map<?, ?> driver) {
      List<?> rules = list(driver.get("rules"));
      Map<?, ?> named = map(result.get("rule"));
      int index =
          result.get("ruleIndex") instanceof Long at
              ? at.intValue()
              : named.get("index") instanceof Long at ? at.intValue() : -1;
      return index >= 0 && index < rules.size() ? map(rules.get(index)) : named;
    }

    /** Below the root; null for what is elsewhere. */
    private @Nullable String file(Map<?, ?> location, Map<?, ?> run) {
      Map<?, ?> known = location;
      if (location.get("uri") == null && location.get("index") instanceof Long index) {
        List<?> artifacts = list(run.get("artifacts"));
        known =
            index >= 0 && index < artifacts.size()
                ? map(map(artifacts.get(index.intValue())).get("location"))
                : location;
      }
      String uri = text(known.get("uri"), "");
      String base =
          text(
              map(map(run.get("originalUriBaseIds")).get(text(known.get("uriBaseId"), "")))
                  .get("uri"),
              "");
      if (uri.isEmpty()) {
        return "";
      }
      Optional<Path> path = FileUri.path(uri);
      Path start = FileUri.path(base).filter(Path::isAbsolute).orElse(root);
      return path.map(one -> start.resolve(one).normalize())
          .filter(whole -> whole.startsWith(root))
          .map(whole -> root.relativize(whole).toString().replace('\\', '/'))
          .orElse(null);
    }

    private static int number(@Nullable Object value) {
      return value instanceof Long number && number > 0 && number <= Integer.MAX_VALUE
          ? number.intValue()
          : 0;
    }

    private static Map<?, ?> map(@Nullable Object value) {
      return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
      return value instanceof List<?> list ? list : List.of();
    }

    private static String text(@Nullable Object value, String other) {
      return value instanceof String text && !text.isBlank() ? text : other;
    }
  }
}
