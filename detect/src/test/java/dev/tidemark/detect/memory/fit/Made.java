package dev.tidemark.detect.memory.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Examples of a day each at one sample a minute, with a little noise. */
final class Made {
  static final long START = 1_700_000_000_000L;
  private static final long MINUTE = 60_000;
  private static final int LEAK_BEGINS = 360;

  private Made() {}

  static RawSeries series(long seed, IntToDoubleFunction level) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] times = new long[24 * 60];
    double[] values = new double[times.length];
    for (int minute = 0; minute < times.length; minute++) {
      times[minute] = START + minute * MINUTE;
      values[minute] = Math.min(1, level.applyAsDouble(minute) + random.nextDouble(0.02));
    }
    return new RawSeries("s" + seed, times, values);
  }

  static Example leak(long seed, double perHour) {
    return Example.of(
        series(seed, minute -> 0.3 + Math.max(0, minute - LEAK_BEGINS) * perHour / 60),
        new Label.Leak(START + LEAK_BEGINS * MINUTE, perHour));
  }

  /** A rise within an hour that stays. */
  static Example step(long seed, double height) {
    return Example.of(
        series(seed, minute -> 0.3 + height * Math.clamp((minute - LEAK_BEGINS) / 60.0, 0.0, 1.0)),
        new Label.Harmless());
  }

  /** Leaks and steps. */
  static List<Example> some() {
    List<Example> some = new ArrayList<>();
    for (int seed = 1; seed <= 6; seed++) {
      some.add(leak(seed, 0.01 * seed));
      some.add(step(seed, 0.05 * seed));
    }
    return some;
  }
}
