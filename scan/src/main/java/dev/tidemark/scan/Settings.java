package dev.tidemark.scan;

/** What a user may say of a scan. */
public record Settings(Choice choice, Wrappers wrappers, Limits limits) {
  public static final Settings DEFAULT = new Settings(Choice.ALL, Wrappers.NONE, Limits.DEFAULT);
}
