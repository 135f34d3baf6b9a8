package dev.tidemark.profile;

import java.util.List;

/**
 * One pprof profile in columns: {@code samples} refer by index to {@code locations} and {@code
 * labelSets}, locations to {@code functions} and {@code mappings}. A reader has checked every
 * index. Arrays are shared, not copied: a profile is handed on, never changed.
 *
 * @param labelSets distinct sets of labels; the first is empty
 */
public record Profile(
    ProfileHeader header,
    Samples samples,
    Locations locations,
    Functions functions,
    List<Mapping> mappings,
    List<List<Label>> labelSets) {
  public Profile {
    if (samples.values().length != header.sampleTypes().size()) {
      throw new IllegalArgumentException("a value column for each sample type");
    }
    if (labelSets.isEmpty() || !labelSets.getFirst().isEmpty()) {
      throw new IllegalArgumentException("the first label set is the empty one");
    }
  }

  public ProfileKind kind() {
    return header.kind();
  }

  /**
   * Whether this is a difference of two snapshots and not one itself: the runtime's {@code
   * ?seconds=N} gives a heap profile a duration, delta profilers leave negative values.
   */
  public boolean isDifference() {
    if (kind() == ProfileKind.CPU) {
      return false;
    }
    if (kind().isHeap() && header.durationNanos() != 0) {
      return true;
    }
    for (long[] column : samples.values()) {
      for (long value : column) {
        if (value < 0) {
          return true;
        }
      }
    }
    return false;
  }
}
