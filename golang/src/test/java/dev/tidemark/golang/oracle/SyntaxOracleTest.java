package dev.tidemark.golang.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidemark.golang.parse.Diagnostic;
import dev.tidemark.golang.parse.ParsedFile;
import dev.tidemark.golang.parse.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every file of Go's own source and tests gives the tree that go/parser gives, node by node with
 * positions, and where go/parser complains first, so do we.
 */
class SyntaxOracleTest {
  private static final Path TARGET = Path.of("target", "oracle").toAbsolutePath();
  private static final Path TESTBED =
      Path.of(System.getProperty("tidemark.captures", "../captures"))
          .toAbsolutePath()
          .resolveSibling("testbed");

  /** Places that go/parser counts by {@code //line} comments, or gives one token later. */
  private static final double DIFFERENT_PLACES = 0.06;

  @Test
  void treesAreThoseOfGo() throws IOException, InterruptedException {
    Path root = Path.of(go(List.of("go", "env", "GOROOT"), "").getFirst());
    List<String> files = new ArrayList<>();
    for (Path folder : List.of(root.resolve("src"), root.resolve("test"), TESTBED)) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> walk = Files.walk(folder)) {
          walk.filter(file -> file.toString().endsWith(".go") && Files.isRegularFile(file))
              .forEach(file -> files.add(file.toString()));
        }
      }
    }
    Path program = TARGET.resolve("syntax");
    go(List.of("go", "build", "-o", program.toString(), "./oracle/syntax"), "");
    compare(go(List.of(program.toString()), String.join("\n", files) + "\n"));
  }

  private static void compare(List<String> answers) throws IOException {
    long nodes = 0;
    int broken = 0;
    List<String> otherPlaces = new ArrayList<>();
    List<String> otherTrees = new ArrayList<>();
    for (String answer : answers) {
      String[] cells = answer.split("\t", -1);
      ParsedFile ours = Parser.parse(Files.readAllBytes(Path.of(cells[0])));
      if (cells[1].equals("ok")) {
        NodeLines.Sum sum = NodeLines.sum(ours.file());
        nodes += sum.count();
        if (!ours.diagnostics().isEmpty()) {
          otherTrees.add(cells[0] + ": " + ours.diagnostics().getFirst());
        } else if (!Long.toHexString(sum.hash()).equals(cells[3])) {
          otherTrees.add(cells[0]);
        }
      } else if (cells[1].equals("error")) {
        broken++;
        assertThat(ours.diagnostics()).as("errors of " + cells[0]).isNotEmpty();
        Diagnostic first = ours.diagnostics().getFirst();
        if (first.line() != Integer.parseInt(cells[2])
            || first.column() != Integer.parseInt(cells[3])) {
          otherPlaces.add(answer + " but " + first);
        }
      }
    }
    assertThat(otherTrees).as("files with another tree").isEmpty();
    assertThat(otherPlaces.size())
        .as("first errors elsewhere of %d: %s", broken, otherPlaces)
        .isLessThanOrEqualTo((int) Math.ceil(broken * DIFFERENT_PLACES));
    count("go-syntax", nodes);
    count("go-syntax-errors", broken);
  }

  private static void count(String oracle, long comparisons) throws IOException {
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target", "oracle-counts.txt"),
        "oracle %s comparisons %d%n".formatted(oracle, comparisons),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** What a program prints; without Go the test is skipped, unless oracles are demanded. */
  private static List<String> go(List<String> command, String input)
      throws IOException, InterruptedException {
    Files.createDirectories(TARGET);
    Path given = Files.writeString(TARGET.resolve("input.txt"), input);
    Path complaints = TARGET.resolve("stderr.txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(TESTBED.toFile())
              .redirectInput(given.toFile())
              .redirectError(complaints.toFile())
              .start();
    } catch (IOException missing) {
      assertThat(System.getenv("TIDEMARK_REQUIRE_ORACLES")).as("go is demanded").isNotEqualTo("1");
      assumeTrue(false, "no go on the PATH: nothing to compare with");
      throw missing;
    }
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(process.waitFor()).as(Files.readString(complaints)).isZero();
    return lines;
  }
}
