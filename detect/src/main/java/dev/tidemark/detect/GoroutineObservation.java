package dev.tidemark.detect;

import java.util.Map;

/**
 * How many goroutines stood where, at one time (milliseconds since the epoch).
 *
 * @param isDump whether this is a full dump, which says more of each goroutine and names some
 *     frames otherwise than a profile does
 */
public record GoroutineObservation(
    long timeMillis, boolean isDump, Map<GoroutineGroup, GoroutineState> groups) {
  public GoroutineObservation {
    groups = Map.copyOf(groups);
  }

  public long total() {
    return groups.values().stream().mapToLong(GoroutineState::count).sum();
  }

  public long count(GoroutineGroup group) {
    GoroutineState state = groups.get(group);
    return state == null ? 0 : state.count();
  }
}
