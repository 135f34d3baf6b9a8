package dev.tidemark.profile;

import org.jspecify.annotations.Nullable;

/** One label of a sample: a text, or a number with a unit (empty where the profile names none). */
public sealed interface Label {
  String key();

  record Text(String key, String value) implements Label {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text that && key.equals(that.key) && value.equals(that.value);
    }

    @Override
    public int hashCode() {
      return key.hashCode() * 31 + value.hashCode();
    }
  }

  record Number(String key, long value, String unit) implements Label {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Number that
          && value == that.value
          && key.equals(that.key)
          && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
      return (key.hashCode() * 31 + Long.hashCode(value)) * 31 + unit.hashCode();
    }
  }
}
