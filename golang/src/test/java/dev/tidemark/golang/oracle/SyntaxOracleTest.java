package dev.tidemark.golang.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.parse.Diagnostic;
import dev.tidemark.golang.parse.ParsedFile;
import dev.tidemark.golang.parse.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every file of Go's own source and tests gives the tree that go/parser gives, node by node with
 * positions, and where go/parser complains first, so do we.
 */
class SyntaxOracleTest {
  /** Places that go/parser counts by {@code //line} comments, or gives one token later. */
  private static final double DIFFERENT_PLACES = 0.06;

  @Test
  void treesAreThoseOfGo() throws IOException, InterruptedException {
    compare(GoPrograms.answers("syntax", List.of(), GoPrograms.files()));
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
    GoPrograms.count("go-syntax", nodes);
    GoPrograms.count("go-syntax-errors", broken);
  }
}
