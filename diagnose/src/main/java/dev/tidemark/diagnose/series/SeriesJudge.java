package dev.tidemark.diagnose.series;

import dev.tidemark.detect.memory.MemoryLeakDetector;
import dev.tidemark.detect.memory.MemorySignal;
import dev.tidemark.detect.memory.MemoryState;
import dev.tidemark.detect.memory.RecentGrowth;
import dev.tidemark.diagnose.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Concludes on a series when it has ended. */
public final class SeriesJudge {
  /** Growth below this share of the limit an hour is none to act on. */
  private static final double WORTH_TELLING = 0.002;

  private SeriesJudge() {}

  /**
   * The verdict.
   *
   * @param said all that the detector said of the series
   */
  public static SeriesVerdict conclude(
      String seriesId, MemoryState state, List<MemorySignal> said) {
    double level = state.level();
    for (MemorySignal signal : said) {
      if (signal instanceof MemorySignal.LeakSeen leak) {
        return new SeriesVerdict.Leak(
            seriesId, leak.epochMillis(), leak.windowMillis(), leak.slope(), level, leak.limit());
      }
    }
    Optional<RecentGrowth> growth = RecentGrowth.of(state);
    if (growth.isEmpty() || state.lifeSpanMillis() < MemoryLeakDetector.FIRST_LOOK_MILLIS) {
      return new SeriesVerdict.TooShort(seriesId, tooShort(state));
    }
    RecentGrowth recent = growth.orElseThrow();
    return recent.slope().low() > WORTH_TELLING * recent.scale()
        ? new SeriesVerdict.Growing(seriesId, recent.slope(), level)
        : new SeriesVerdict.Steady(seriesId, recent.slope(), level);
  }

  private static String tooShort(MemoryState state) {
    if (state.samples() == 0) {
      return "it has no values";
    }
    return Words.duration(Duration.ofMillis(state.lifeSpanMillis()))
        + (state.restarts() > 0 ? " since the last start, " : " of it, ")
        + Words.duration(Duration.ofMillis(MemoryLeakDetector.FIRST_LOOK_MILLIS))
        + " are needed";
  }
}
