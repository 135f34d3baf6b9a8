package dev.tidemark.report;

import dev.tidemark.detect.Growth;
import dev.tidemark.diagnose.PathGrowth;
import dev.tidemark.diagnose.Words;

/** What grows along a path, as a sentence. */
public final class PathText {
  private PathText() {}

  public static String of(PathGrowth path) {
    if (!path.isSeen()) {
      return "no live memory was allocated there, no goroutine is on it";
    }
    StringBuilder text = new StringBuilder();
    if (path.firstBytes() > 0 || path.lastBytes() > 0) {
      Growth bytes = path.bytes();
      text.append(Words.bytesFromTo(path.firstBytes(), path.lastBytes())).append(", ");
      text.append(Words.bytesPerMinute(bytes.estimate(), bytes.low(), bytes.high()));
    }
    if (path.firstGoroutines() > 0 || path.lastGoroutines() > 0) {
      Growth count = path.goroutines();
      text.append(text.isEmpty() ? "" : "; ");
      text.append("goroutines ").append(Words.count(path.firstGoroutines())).append(" → ");
      text.append(Words.count(path.lastGoroutines())).append(", ");
      text.append(Words.countPerMinute(count.estimate(), count.low(), count.high()));
    }
    return text.toString();
  }
}
