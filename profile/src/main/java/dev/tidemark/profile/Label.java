package dev.tidemark.profile;

/** One label of a sample: a text, or a number with a unit (empty where the profile names none). */
public sealed interface Label {
  String key();

  record Text(String key, String value) implements Label {}

  record Number(String key, long value, String unit) implements Label {}
}
