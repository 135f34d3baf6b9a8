package dev.tidemark.diagnose;

import dev.tidemark.detect.Growth;

/**
 * What grows along a path that was asked for.
 *
 * @param pattern as it was given
 * @param bytes growth of live bytes allocated on it, per minute
 * @param firstBytes live bytes at the first observation
 * @param lastBytes live bytes at the last one
 * @param goroutines growth of goroutines on it, per minute
 * @param firstGoroutines goroutines at the first observation
 * @param lastGoroutines goroutines at the last one
 */
public record PathGrowth(
    String pattern,
    Growth bytes,
    double firstBytes,
    double lastBytes,
    Growth goroutines,
    double firstGoroutines,
    double lastGoroutines) {
  /** Whether anything was ever seen on it. */
  public boolean isSeen() {
    return firstBytes > 0 || lastBytes > 0 || firstGoroutines > 0 || lastGoroutines > 0;
  }
}
