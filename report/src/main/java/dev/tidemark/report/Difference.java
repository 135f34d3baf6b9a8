package dev.tidemark.report;

import dev.tidemark.profile.ProfileKind;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.table.Table;

/**
 * Two profiles of one kind, and what the later one has more or less.
 *
 * @param type the value column that is shown
 */
public record Difference(ProfileKind kind, int type, Table before, Table after, Table change) {
  public static Difference of(ProfileKind kind, int type, Table before, Table after) {
    return new Difference(kind, type, before, after, after.minus(before));
  }

  public ValueType valueType() {
    return after.header().sampleTypes().get(type);
  }
}
