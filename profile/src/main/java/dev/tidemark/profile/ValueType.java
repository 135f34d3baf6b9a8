package dev.tidemark.profile;

import org.jspecify.annotations.Nullable;

/** What one column of a profile counts, such as {@code inuse_space} in {@code bytes}. */
public record ValueType(String type, String unit) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValueType that && type.equals(that.type) && unit.equals(that.unit);
  }

  @Override
  public int hashCode() {
    return type.hashCode() * 31 + unit.hashCode();
  }

  @Override
  public String toString() {
    return unit.isEmpty() ? type : type + "/" + unit;
  }
}
