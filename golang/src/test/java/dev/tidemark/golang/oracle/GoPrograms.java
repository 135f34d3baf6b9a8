package dev.tidemark.golang.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The oracle programs of the testbed, where Go is installed. */
final class GoPrograms {
  private static final Path TARGET = Path.of("target", "oracle").toAbsolutePath();
  private static final Path TESTBED =
      Path.of(System.getProperty("tidemark.captures", "../captures"))
          .toAbsolutePath()
          .resolveSibling("testbed");

  private GoPrograms() {}

  /** Go's own source and tests, and the testbed. */
  static List<String> files() throws IOException, InterruptedException {
    Path root = Path.of(run(List.of("go", "env", "GOROOT"), "").getFirst());
    List<String> files = new ArrayList<>();
    for (Path folder : List.of(root.resolve("src"), root.resolve("test"), TESTBED)) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> walk = Files.walk(folder)) {
          walk.filter(file -> file.toString().endsWith(".go") && Files.isRegularFile(file))
              .forEach(file -> files.add(file.toString()));
        }
      }
    }
    return files;
  }

  /** What a program says of files, a line for each. */
  static List<String> answers(String name, List<String> arguments, List<String> files)
      throws IOException, InterruptedException {
    Path program = TARGET.resolve(name);
    run(List.of("go", "build", "-o", program.toString(), "./oracle/" + name), "");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    return run(command, String.join("\n", files) + "\n");
  }

  static void count(String oracle, long comparisons) throws IOException {
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target", "oracle-counts.txt"),
        "oracle %s comparisons %d%n".formatted(oracle, comparisons),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** What a program prints; without Go the test is skipped, unless oracles are demanded. */
  static List<String> run(List<String> command, String input)
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
