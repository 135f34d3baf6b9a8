package dev.tidemark.detect.memory;

import dev.tidemark.detect.memory.MemoryObservation.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Samples of a minute each, as a fraction of a limit of 1, with a little noise of a seed. */
final class MadeSeries {
  static final long START = 1_700_000_000_000L;
  static final long MINUTE = 60_000;

  private MadeSeries() {}

  /**
   * A series.
   *
   * @param level by minute
   */
  static List<MemoryObservation> of(long seed, int minutes, IntToDoubleFunction level) {
    SplittableRandom random = new SplittableRandom(seed);
    List<MemoryObservation> samples = new ArrayList<>();
    for (int minute = 0; minute < minutes; minute++) {
      double value = Math.min(1, level.applyAsDouble(minute) + random.nextDouble(0.004));
      samples.add(new Sample(minute, START + minute * MINUTE, value, 1));
    }
    return samples;
  }

  /** Flat for six hours, then growth by so much an hour. */
  static List<MemoryObservation> leak(long seed, double perHour) {
    return of(seed, 24 * 60, minute -> 0.3 + Math.max(0, minute - 360) * perHour / 60);
  }

  /** The same under the swing of a Go heap between collections. */
  static List<MemoryObservation> swingingLeak(long seed, double perHour) {
    SplittableRandom random = new SplittableRandom(seed);
    return of(
        seed,
        24 * 60,
        minute -> (0.3 + Math.max(0, minute - 360) * perHour / 60) * (1 + random.nextDouble(0.45)));
  }
}
