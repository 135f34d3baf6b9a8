package dev.tidemark.profile;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Go's own tools as an oracle; comparisons are counted, and skipping them is an error where asked.
 */
public final class GoTool {
  private GoTool() {}

  /** The output of {@code go ARGUMENTS}; skips the test where there is no Go. */
  public static String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("go"));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException noGo) {
      if ("1".equals(System.getenv("TIDEMARK_REQUIRE_ORACLES"))) {
        fail("oracles are required, and there is no go", noGo);
      }
      assumeTrue(false, "no go to compare with");
      throw noGo;
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      fail("failed: " + command);
    }
    return output;
  }

  public static void count(String oracle, long comparisons) throws IOException {
    Files.writeString(
        Path.of("target/oracle-counts.txt"),
        "oracle " + oracle + " comparisons " + comparisons + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
