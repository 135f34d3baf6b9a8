package dev.tidemark.golang.types;

import java.util.List;

/**
 * A struct type.
 *
 * @param fields in order; an embedded one bears the name of its type
 * @param tags of each field, unquoted; empty where it has none
 */
public record Struct(List<Var> fields, List<String> tags) implements Type {
  public Struct {
    fields = List.copyOf(fields);
    tags = List.copyOf(tags);
    if (fields.size() != tags.size()) {
      throw new IllegalArgumentException(
          "%d fields, but %d tags".formatted(fields.size(), tags.size()));
    }
  }
}
