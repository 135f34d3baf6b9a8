package dev.tidemark.detect.memory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for a leak in windows of many lengths that end now, within the life of one process. */
final class LeakSearch {
  private static final int[] WINDOW_MINUTES = {
    1440, 1080, 900, 720, 600, 480, 420, 360, 300, 240, 210, 180, 160, 140, 120, 110, 100
  };
  private static final int LEAST_BLOCKS = 9;
  private static final long MINUTE = 60_000;
  private static final double HOUR = 3_600_000;

  /** Least rise over a window that is worth telling, a multiple of the scale. */
  private static final double LEAST_RISE = 0.025;

  /** Least share of it that is above all that was before. */
  private static final double LEAST_ABOVE = 0.2;

  /**
   * Growth that lies in the second half of a window alone has lasted for too short a time: the
   * slope of that half, as a multiple of the whole.
   */
  private static final double MOST_LATE = 1.6;

  private LeakSearch() {}

  /** The window that looks most like a leak, if one does so enough. */
  static Optional<MemorySignal.LeakSeen> look(MemoryState state, long now) {
    Best best = new Best();
    look(state, now, best);
    if (best.evidence <= 0 || best.window == null) {
      return Optional.empty();
    }
    return Optional.of(signal(state, now, best.window));
  }

  /** Takes every window that passes the first tests. */
  interface Candidates {
    void take(Window window, Evidence.Before before);
  }

  static void look(MemoryState state, long now, Candidates candidates) {
    Blocks blocks = state.blocks;
    int count = blocks.count();
    if (count < LEAST_BLOCKS
        || !state.startWasSeen && now - state.lifeMillis < MemoryLeakDetector.FIRST_LOOK_MILLIS) {
      return;
    }
    double end = blocks.end();
    double scale = state.scale();
    if (!(scale > 0)) {
      return;
    }
    long settled = state.settledMillis();
    int first = blocks.firstSince(settled);
    double highest = blocks.older().highest();
    double lowest = blocks.older().lowest;
    double swing = blocks.older().largestRise;
    int seen = Blocks.ENVELOPE - 1;
    for (int minutes : WINDOW_MINUTES) {
      long begin = now - minutes * MINUTE;
      int from = blocks.firstSince(begin);
      if (from < first || count - from < LEAST_BLOCKS || begin < settled) {
        continue;
      }
      for (; seen < from; seen++) {
        double envelope = blocks.envelope(seen);
        highest = Math.max(highest, envelope);
        lowest = Math.min(lowest, envelope);
        swing = Math.max(swing, envelope - lowest);
      }
      if (end - highest < LEAST_ABOVE * LEAST_RISE * scale) {
        continue;
      }
      Window window = Window.of(blocks, from, minutes / 60.0, scale, highest);
      if (window.rise < LEAST_RISE || window.above < LEAST_ABOVE || window.late() > MOST_LATE) {
        continue;
      }
      candidates.take(
          window,
          new Evidence.Before(
              (blocks.startMillis(from) - state.lifeMillis) / HOUR,
              swing / scale,
              state.highestEarlier / scale,
              state.startWasSeen));
    }
  }

  private static MemorySignal.LeakSeen signal(MemoryState state, long now, Window window) {
    double scale = state.scale();
    return new MemorySignal.LeakSeen(
        now,
        Math.round(window.hours * HOUR),
        Slopes.ofLeak(window, scale),
        window.end() * scale,
        state.limit);
  }

  private static final class Best implements Candidates {
    private double evidence = Double.NEGATIVE_INFINITY;
    private @Nullable Window window;

    @Override
    public void take(Window candidate, Evidence.Before before) {
      double found = Evidence.of(candidate, before);
      if (found > evidence) {
        evidence = found;
        window = candidate;
      }
    }
  }
}
