package dev.tidemark.golang.syntax;

import java.util.List;

/** Fields between parentheses, braces or brackets; a single result may stand without. */
public record FieldList(int from, int to, List<Field> fields) implements Node {
  /** Where there is no list at all. */
  public static final FieldList NONE = new FieldList(-1, -1, List.of());

  public boolean isNone() {
    return from < 0;
  }
}
