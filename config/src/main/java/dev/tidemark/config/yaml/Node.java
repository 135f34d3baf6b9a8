package dev.tidemark.config.yaml;

import java.util.List;

/** A value in a YAML file. */
public sealed interface Node {
  Mark at();

  /**
   * A place in the file.
   *
   * @param line from 1
   * @param column in characters, from 1
   */
  record Mark(int line, int column) {}

  /** Each key is there once. */
  record Mapping(Mark at, List<Entry> entries) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /**
   * @param at where the key is
   */
  record Entry(String key, Mark at, Node value) {}

  record Sequence(Mark at, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * @param kind what YAML's core schema takes it for
   */
  record Scalar(Mark at, String text, Kind kind) implements Node {}

  /** What a scalar is. */
  enum Kind {
    TEXT,
    INTEGER,
    TRUTH,
    NULL,
    /** A number that is no integer. */
    OTHER
  }

  /** What was complained of already. */
  record Broken(Mark at) implements Node {}
}
