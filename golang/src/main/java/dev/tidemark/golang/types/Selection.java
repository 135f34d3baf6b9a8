package dev.tidemark.golang.types;

import java.util.List;

/**
 * What {@code x.name} selects.
 *
 * @param symbol a field or a method
 * @param path which field of which, from the type of x on, down to the place of the symbol among
 *     fields or methods
 * @param isIndirect whether a pointer is followed on the way
 */
public record Selection(Symbol symbol, List<Integer> path, boolean isIndirect) implements Lookup {
  public Selection {
    path = List.copyOf(path);
  }

  /** How many embedded fields are passed. */
  public int depth() {
    return path.size() - 1;
  }
}
