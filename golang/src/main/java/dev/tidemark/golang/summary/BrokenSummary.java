package dev.tidemark.golang.summary;

/** Bytes that are no summary, or not any more. */
final class BrokenSummary extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokenSummary(int at) {
    super("broken at byte " + at, null, false, false);
  }
}
