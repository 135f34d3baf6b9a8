package dev.tidemark.profile;

/** What one column of a profile counts, such as {@code inuse_space} in {@code bytes}. */
public record ValueType(String type, String unit) {
  @Override
  public String toString() {
    return unit.isEmpty() ? type : type + "/" + unit;
  }
}
