package dev.tidemark.detect.memory;

import java.util.Optional;

/**
 * How a series grew in its last six hours, or since its last start where that is later.
 *
 * @param scale the limit, or what stands for it
 */
public record RecentGrowth(Slope slope, double scale) {
  private static final long LONGEST_MILLIS = 6 * 3_600_000L;
  private static final int LEAST_BLOCKS = 9;

  /** Empty if too little was seen. */
  public static Optional<RecentGrowth> of(MemoryState state) {
    Blocks blocks = state.blocks;
    int from =
        blocks.firstSince(Math.max(state.settledMillis(), state.lastMillis - LONGEST_MILLIS));
    if (blocks.count() - from < LEAST_BLOCKS) {
      return Optional.empty();
    }
    double scale = state.scale();
    if (!(scale > 0)) {
      return Optional.of(new RecentGrowth(new Slope(0, 0, 0), 1));
    }
    double hours = (state.lastMillis - blocks.startMillis(from)) / 3_600_000.0;
    Window window = Window.of(blocks, from, hours, scale, Double.NEGATIVE_INFINITY);
    return Optional.of(new RecentGrowth(Slopes.of(window, scale), scale));
  }
}
