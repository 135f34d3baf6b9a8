package dev.tidemark.golang.ssa;

import dev.tidemark.golang.types.Place;
import dev.tidemark.golang.types.Var;

/**
 * A field of a struct wherever it is selected.
 *
 * @param place where it is declared, if there is source
 */
public record FieldName(String pkg, String name, Place place) {
  public static FieldName of(Var field) {
    return new FieldName(field.pkg().path(), field.name(), field.place());
  }
}
