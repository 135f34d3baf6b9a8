package dev.tidemark.golang.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.module.ModuleCache;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.golang.program.SummarySource;
import dev.tidemark.golang.program.TypeLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every expression of the standard library has the type that go/types gives it. */
class TypesOracleTest {
  /** Expressions that go/types records and we don't, in a thousand. */
  private static final double MISSING = 0.5;

  /** A group of packages at a time: all answers at once would take gigabytes. */
  private static final List<String> PREFIXES =
      List.of("co", "d", "e", "go/", "internal/r", "ma", "net", "re", "runtime/", "s", "te", "u");

  private static final Platform PLAIN = new Platform("linux", "amd64", Set.of(), 26, false);

  @Test
  void typesAreThoseOfGo() throws IOException, InterruptedException {
    Path root = Path.of(GoPrograms.run(List.of("go", "env", "GOROOT"), "").getFirst());
    List<String> listed =
        GoPrograms.run(
            List.of(
                "env",
                "CGO_ENABLED=0",
                "GOOS=linux",
                "GOARCH=amd64",
                "go",
                "list",
                "-e",
                "-deps",
                "-json=Dir,ImportPath,Name,GoFiles,CgoFiles,ImportMap",
                "std"),
            "");
    String source = root.resolve("src").toString();
    DiskTree files = new DiskTree();
    for (String prefix : PREFIXES) {
      List<String> answers = GoPrograms.answers("types", List.of("-from", prefix), listed);
      ModuleGraph modules = ModuleGraph.of(files, ModuleCache.none(files), source);
      compare(new Program(files, modules, PLAIN, SummarySource.NONE, true), source, answers);
    }
  }

  private static void compare(Program program, String root, List<String> answers)
      throws IOException {
    long same = 0;
    long missing = 0;
    List<String> wrong = new ArrayList<>();
    int at = 0;
    while (at < answers.size()) {
      String path = answers.get(at++).substring("package\t".length());
      Set<String> ours = new HashSet<>();
      Set<String> places = new HashSet<>();
      program
          .source(path)
          .ifPresent(found ->
              TypeLines.of(found, root)
                  .lines()
                  .forEach(line -> {
                    ours.add(line);
                    places.add(line.substring(0, line.lastIndexOf('\t')));
                  }));
      while (at < answers.size() && !answers.get(at).startsWith("package\t")) {
        String line = answers.get(at++).substring(root.length() + 1);
        String place = line.substring(0, line.lastIndexOf('\t'));
        if (ours.contains(line)) {
          same++;
        } else if (!places.contains(place) || ours.contains(place + "\tunknown")) {
          missing++;
        } else {
          wrong.add(line);
        }
      }
    }
    GoPrograms.count("go-types", same);
    assertThat(wrong).as("expressions with another type").isEmpty();
    assertThat(1000.0 * missing / (same + missing))
        .as("in a thousand are missing, of %d", same + missing)
        .isLessThanOrEqualTo(MISSING);
  }
}
