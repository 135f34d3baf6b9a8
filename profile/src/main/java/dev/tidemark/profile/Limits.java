package dev.tidemark.profile;

/**
 * How much of an input is believed. A reader stops with a {@link MalformedProfileException} at the
 * first thing beyond them, so that memory is bounded by these numbers and not by what a file
 * claims.
 *
 * @param inputBytes the largest input, compressed or not
 * @param inflatedBytes the largest data after inflation, over all members of a gzip file
 * @param tableEntries the most samples, locations, functions, strings and so on of one input, all
 *     together; or the most goroutines
 * @param stackDepth the most frames of one stack, inlined ones included
 */
public record Limits(long inputBytes, long inflatedBytes, int tableEntries, int stackDepth) {
  public static final Limits DEFAULT = new Limits(256L << 20, 512L << 20, 20_000_000, 100_000);

  public Limits {
    if (inputBytes <= 0 || inflatedBytes <= 0 || tableEntries <= 0 || stackDepth <= 0) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /** Limits under which reading one input stays within a heap of {@code heapBytes}. */
  public static Limits forHeap(long heapBytes) {
    long share = Math.max(heapBytes / 4, 8L << 20);
    return new Limits(
        Math.min(DEFAULT.inputBytes, share),
        Math.min(DEFAULT.inflatedBytes, share),
        (int) Math.min(DEFAULT.tableEntries, share / 32),
        DEFAULT.stackDepth);
  }
}
