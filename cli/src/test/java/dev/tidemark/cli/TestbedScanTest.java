package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The scenarios of the testbed: each leak is found in its code, and not in its fixed twin. */
class TestbedScanTest {
  private static final Path TESTBED = Path.of("..", "testbed").toAbsolutePath().normalize();

  /** They leak with the timers of Go before 1.23 only, which an environment variable asks for. */
  private static final Set<String> BY_ENVIRONMENT = Set.of("tickerperrequest", "timeafterloop");

  /** The receiver of what is sent forgets to call a function that came with it. */
  private static final Set<String> NOT_FOUND = Set.of("losttimeout");

  /** Rules by the file that they found something in. */
  private static final Map<String, Set<String>> FOUND = new HashMap<>();

  @BeforeAll
  static void scan() {
    Run run = Run.of("scan", TESTBED.toString(), "--format", "json");
    JsonNode json = new ObjectMapper().readTree(run.out());
    for (JsonNode finding : json.get("findings")) {
      if (finding.get("class").asString().equals("leak")) {
        FOUND
            .computeIfAbsent(finding.get("file").asString(), _ -> new HashSet<>())
            .add(finding.get("rule").asString());
      }
    }
  }

  private static Set<String> scenarios() throws IOException {
    try (Stream<Path> folders = Files.list(TESTBED)) {
      Set<String> names = new TreeSet<>();
      folders
          .filter(folder -> Files.exists(folder.resolve("leaking.go")))
          .forEach(folder -> names.add(folder.getFileName().toString()));
      return names;
    }
  }

  @Test
  void eachLeakIsFound() throws IOException {
    Set<String> missed = new TreeSet<>(scenarios());
    missed.removeIf(name -> FOUND.containsKey(name + "/leaking.go"));
    missed.removeAll(BY_ENVIRONMENT);
    assertThat(missed).isEqualTo(NOT_FOUND);
  }

  @Test
  void noFixedTwinHasTheSame() throws IOException {
    for (String name : scenarios()) {
      Set<String> twice = new HashSet<>(FOUND.getOrDefault(name + "/leaking.go", Set.of()));
      twice.retainAll(FOUND.getOrDefault(name + "/fixed.go", Set.of()));
      assertThat(twice).as(name).isEmpty();
    }
  }
}
