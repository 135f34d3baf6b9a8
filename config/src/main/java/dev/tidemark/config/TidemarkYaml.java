package dev.tidemark.config;

import dev.tidemark.config.yaml.Document;
import dev.tidemark.config.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads {@code tidemark.yaml}. */
public final class TidemarkYaml {
  /** The file's name everywhere. */
  public static final String NAME = "tidemark.yaml";

  /** Bytes of a file that may be one. */
  public static final int LARGEST = 256 << 10;

  private TidemarkYaml() {}

  /** What came of it. */
  public sealed interface Reading {}

  /** Nothing is wrong with it. */
  public record Accepted(Configuration configuration) implements Reading {}

  /**
   * It can't be used.
   *
   * @param problems all of them, in the order of the file; at least one
   */
  public record Refused(List<Problem> problems) implements Reading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** An empty file says nothing. */
  public static Reading read(byte[] bytes) {
    if (bytes.length > LARGEST) {
      String what = "this is larger than %,d bytes".formatted(LARGEST);
      return new Refused(List.of(new Problem(1, 1, what, "is it the right file?")));
    }
    List<Problem> problems = new ArrayList<>();
    Optional<Node> root = Document.read(bytes, problems);
    Configuration configuration =
        root.map(node -> configuration(node, problems)).orElse(Configuration.DEFAULT);
    problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return problems.isEmpty() ? new Accepted(configuration) : new Refused(problems);
  }

  private static Configuration configuration(Node node, List<Problem> problems) {
    Section root = Section.of(node, problems);
    Configuration configuration = new Configuration(ScanSection.read(root.section("scan")));
    root.end();
    return configuration;
  }
}
