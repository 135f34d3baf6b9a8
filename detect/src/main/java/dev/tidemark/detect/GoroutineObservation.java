package dev.tidemark.detect;

import java.util.List;
import java.util.Map;

/**
 * How many goroutines stood where, at one time (milliseconds since the epoch).
 *
 * @param isDump whether this is a full dump, which says more of each goroutine and names some
 *     frames otherwise than a profile does
 * @param labelled those of the goroutines that carry labels
 */
public record GoroutineObservation(
    long timeMillis,
    boolean isDump,
    Map<GoroutineGroup, GoroutineState> groups,
    List<LabelledGoroutines> labelled) {
  public GoroutineObservation {
    groups = Map.copyOf(groups);
    labelled = List.copyOf(labelled);
  }

  /** Goroutines of which none carries labels. */
  public GoroutineObservation(
      long timeMillis, boolean isDump, Map<GoroutineGroup, GoroutineState> groups) {
    this(timeMillis, isDump, groups, List.of());
  }

  /** Goroutines on a path, by their stack or by a label. */
  long count(KeyPath path) {
    long count = 0;
    for (Map.Entry<GoroutineGroup, GoroutineState> group : groups.entrySet()) {
      count += path.holds(group.getKey().stack()) ? group.getValue().count() : 0;
    }
    for (LabelledGoroutines some : labelled) {
      boolean isMarked = path.marks(some.labels()) && !path.holds(some.group().stack());
      count += isMarked ? some.count() : 0;
    }
    return count;
  }

  public long total() {
    return groups.values().stream().mapToLong(GoroutineState::count).sum();
  }

  public long count(GoroutineGroup group) {
    GoroutineState state = groups.get(group);
    return state == null ? 0 : state.count();
  }
}
