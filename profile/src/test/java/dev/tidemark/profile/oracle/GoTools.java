package dev.tidemark.profile.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Go's own tools, where Go is installed. Where it is not, the test that asks is skipped, or fails
 * if the environment says {@code TIDEMARK_REQUIRE_ORACLES=1}.
 */
public final class GoTools {
  private static final Path TARGET = Path.of("target", "oracle").toAbsolutePath();
  private static @Nullable GoTools found;

  private final Path parser;
  private final String pprof;

  private GoTools(Path parser, String pprof) {
    this.parser = parser;
    this.pprof = pprof;
  }

  public static synchronized GoTools require() {
    GoTools tools = found;
    if (tools == null) {
      boolean present = isInstalled();
      if ("1".equals(System.getenv("TIDEMARK_REQUIRE_ORACLES"))) {
        assertThat(present).as("go is on the PATH, as the environment demands").isTrue();
      }
      assumeTrue(present, "no go on the PATH: nothing to compare with");
      tools = build();
      found = tools;
    }
    return tools;
  }

  /** What the oracle program prints of files. */
  public List<String> parse(List<Path> files) {
    List<String> command = new ArrayList<>(List.of(parser.toString()));
    files.forEach(file -> command.add(file.toString()));
    return run(command, TARGET);
  }

  /** What {@code go tool pprof} prints. */
  public List<String> pprof(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(pprof, "-symbolize=none"));
    command.addAll(arguments);
    return run(command, TARGET);
  }

  /** A file of this content, for a tool to open. */
  public static Path file(String name, byte[] content) {
    try {
      Files.createDirectories(TARGET);
      return Files.write(TARGET.resolve(name), content);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static GoTools build() {
    Path testbed = CaptureFiles.root().toAbsolutePath().resolveSibling("testbed");
    Path parser = TARGET.resolve("parser");
    run(List.of("go", "build", "-o", parser.toString(), "./oracle"), testbed);
    return new GoTools(parser, run(List.of("go", "tool", "-n", "pprof"), testbed).getFirst());
  }

  private static boolean isInstalled() {
    try {
      run(List.of("go", "version"), Path.of("").toAbsolutePath());
      return true;
    } catch (UncheckedIOException missing) {
      return false;
    }
  }

  private static List<String> run(List<String> command, Path folder) {
    try {
      Files.createDirectories(TARGET);
      Path complaints = Files.createTempFile(TARGET, "stderr", ".txt");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(complaints.toFile())
              .start();
      process.getOutputStream().close();
      String output;
      try (InputStream in = process.getInputStream()) {
        output = new String(in.readAllBytes(), UTF_8);
      }
      int code = process.waitFor();
      String said = Files.readString(complaints);
      Files.delete(complaints);
      if (code != 0) {
        throw new AssertionError(command + " exited " + code + ": " + said);
      }
      return output.lines().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
