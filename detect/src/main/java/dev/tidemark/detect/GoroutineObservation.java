package dev.tidemark.detect;

import java.util.Map;

/** How many goroutines stood where, at one time (milliseconds since the epoch). */
public record GoroutineObservation(long timeMillis, Map<GoroutineGroup, Long> counts) {
  public GoroutineObservation {
    counts = Map.copyOf(counts);
  }

  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
