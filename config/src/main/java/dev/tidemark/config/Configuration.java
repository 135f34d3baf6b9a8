package dev.tidemark.config;

/** What {@code tidemark.yaml} says; without it, defaults. */
public record Configuration(ScanOptions scan) {
  public static final Configuration DEFAULT = new Configuration(ScanOptions.DEFAULT);
}
