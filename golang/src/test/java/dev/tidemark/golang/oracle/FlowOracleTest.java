package dev.tidemark.golang.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.parse.ParsedFile;
import dev.tidemark.golang.parse.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements follow each other as golang.org/x/tools/go/cfg has it. */
class FlowOracleTest {
  /** Labels named {@code _}, which go/cfg takes for one label: a statement would follow itself. */
  private static final List<String> BLANK_LABELS =
      List.of("check/labels.go", "fixedbugs/issue52278.go", "fixedbugs/issue70175.go");

  @Test
  void statementsFollowEachOtherAsGoHasIt() throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    long compared = 0;
    for (String answer : GoPrograms.answers("flow", List.of(), GoPrograms.files())) {
      String[] cells = answer.split("\t", -1);
      if (BLANK_LABELS.stream().anyMatch(cells[0]::endsWith)) {
        continue;
      }
      ParsedFile parsed = Parser.parse(Files.readAllBytes(Path.of(cells[0])));
      List<String> lines = FlowLines.of(parsed.file());
      if (!cells[2].equals("%016x".formatted(hash(lines)))) {
        wrong.add(cells[0]);
      }
      compared += lines.size();
    }
    assertThat(wrong).as("files with another flow").isEmpty();
    GoPrograms.count("go-cfg", compared);
  }

  /** FNV-1a, as hash/fnv of Go has it. */
  private static long hash(List<String> lines) {
    long hash = 0xcbf29ce484222325L;
    for (String line : lines) {
      for (byte b : (line + "\n").getBytes(UTF_8)) {
        hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
      }
    }
    return hash;
  }
}
