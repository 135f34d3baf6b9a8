package dev.tidemark.profile;

import java.util.List;

/**
 * What a profile says of itself.
 *
 * @param sampleTypes what each value column counts
 * @param defaultSampleType the type a viewer shows first; empty where the profile names none
 * @param periodType what the period counts; both texts empty where the profile has none
 * @param period between samples, in the unit of {@code periodType}; for heap profiles the sampling
 *     period in bytes (runtime.MemProfileRate)
 * @param timeNanos when it was taken, nanoseconds since the Unix epoch; 0 where unknown
 * @param durationNanos how long it covers; 0 for a snapshot
 * @param comments free text
 * @param dropFrames frames a viewer hides with all they call, as a regular expression; mostly empty
 * @param keepFrames exceptions to {@code dropFrames}
 */
public record ProfileHeader(
    List<ValueType> sampleTypes,
    String defaultSampleType,
    ValueType periodType,
    long period,
    long timeNanos,
    long durationNanos,
    List<String> comments,
    String dropFrames,
    String keepFrames) {
  public static final ValueType NO_TYPE = new ValueType("", "");

  public ProfileHeader {
    sampleTypes = List.copyOf(sampleTypes);
    comments = List.copyOf(comments);
  }

  public static ProfileHeader of(List<ValueType> sampleTypes) {
    return new ProfileHeader(sampleTypes, "", NO_TYPE, 0, 0, 0, List.of(), "", "");
  }

  public ProfileHeader withTime(long timeNanos) {
    return new ProfileHeader(
        sampleTypes,
        defaultSampleType,
        periodType,
        period,
        timeNanos,
        durationNanos,
        comments,
        dropFrames,
        keepFrames);
  }

  public ProfileHeader withPeriod(ValueType periodType, long period) {
    return new ProfileHeader(
        sampleTypes,
        defaultSampleType,
        periodType,
        period,
        timeNanos,
        durationNanos,
        comments,
        dropFrames,
        keepFrames);
  }

  public ProfileHeader withDefaultSampleType(String defaultSampleType) {
    return new ProfileHeader(
        sampleTypes,
        defaultSampleType,
        periodType,
        period,
        timeNanos,
        durationNanos,
        comments,
        dropFrames,
        keepFrames);
  }

  /** The column of a value type by its name, −1 if there is none. */
  public int column(String type) {
    for (int i = 0; i < sampleTypes.size(); i++) {
      if (sampleTypes.get(i).type().equals(type)) {
        return i;
      }
    }
    return -1;
  }

  /** What kind of profile has these value types (runtime/pprof/pprof.go names them). */
  public ProfileKind kind() {
    if (column("inuse_space") >= 0) {
      return defaultSampleType.equals("alloc_space") ? ProfileKind.ALLOCS : ProfileKind.HEAP;
    }
    if (column("cpu") >= 0) {
      return ProfileKind.CPU;
    }
    return switch (periodType.type()) {
      case "goroutine" -> ProfileKind.GOROUTINE;
      case "goroutineleak" -> ProfileKind.GOROUTINE_LEAK;
      case "threadcreate" -> ProfileKind.THREAD_CREATE;
      // Both count contentions and delay, so only the endpoint's name would tell block from mutex.
      case "contentions" -> ProfileKind.BLOCK;
      default -> ProfileKind.CUSTOM;
    };
  }
}
