package dev.tidemark.golang.calls;

import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.types.Place;

/** Where a function value is kept. Functions are told by their names. */
public sealed interface Slot {
  /** A field, of whatever instance; what is kept in a container is kept in its field. */
  record Field(FieldName name) implements Slot {}

  /** A container, by where it is made. */
  record Made(Place place) implements Slot {}

  /** A variable of a package, by its qualified name. */
  record Global(String name) implements Slot {}

  /**
   * @param index from 0
   */
  record Parameter(String function, int index) implements Slot {}

  /**
   * @param index from 0
   */
  record Result(String function, int index) implements Slot {}
}
