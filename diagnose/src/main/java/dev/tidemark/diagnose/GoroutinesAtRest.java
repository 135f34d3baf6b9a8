package dev.tidemark.diagnose;

import dev.tidemark.detect.GoroutineSuspect;
import dev.tidemark.profile.goroutine.WaitReason;
import java.util.List;
import java.util.Optional;

/**
 * Many goroutines that wait at one place all the time and do not grow. Only a hint: a pool of
 * workers looks like what an earlier leak left.
 */
final class GoroutinesAtRest {
  private static final double MANY = 200;

  private GoroutinesAtRest() {}

  /** Of the largest such group. */
  static Optional<Observation> of(List<GoroutineSuspect> goroutines) {
    Optional<GoroutineSuspect> largest = Optional.empty();
    for (GoroutineSuspect suspect : goroutines) {
      if (isAtRest(suspect)
          && (largest.isEmpty() || suspect.last() > largest.orElseThrow().last())) {
        largest = Optional.of(suspect);
      }
    }
    return largest.map(suspect ->
        new Observation(
            "goroutines-at-rest",
            "hint: %s → %s goroutines stand at %s, waiting: %s, and do not grow: a pool, or what an earlier leak left"
                .formatted(
                    Words.count(suspect.first()),
                    Words.count(suspect.last()),
                    suspect.site().frame(),
                    suspect.waitsFor())));
  }

  private static boolean isAtRest(GoroutineSuspect suspect) {
    return suspect.points().count() > 1
        && suspect.points().smallest() >= MANY
        && !suspect.count().growth().isCertain()
        && WaitReason.of(suspect.waitsFor()).cause() != WaitReason.Cause.UNKNOWN;
  }
}
