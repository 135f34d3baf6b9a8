package dev.tidemark.detect.memory;

import dev.tidemark.detect.stream.Operator;
import dev.tidemark.detect.stream.Step;
import java.util.List;

/**
 * Tells from a memory series alone whether the process leaks. The cost of a sample is that of a
 * comparison; only when a block of five minutes ends, windows of many lengths are looked at.
 *
 * <p>Observations that were seen before (by sequence) or that are not later than the last are
 * passed over and counted.
 */
public final class MemoryLeakDetector
    implements Operator<MemoryState, MemoryObservation, MemorySignal> {
  private static final long HOUR = 3_600_000;

  /**
   * A job that comes back every three hours rises for as long, and its first rise can't be told
   * from a leak: so long is waited where the start of the process was not seen.
   */
  public static final long FIRST_LOOK_MILLIS = 3 * HOUR;

  private static final long BLOCK_MILLIS = 300_000;
  private static final long SPARSE_BLOCK_MILLIS = 1_800_000;
  private static final int LEAST_SAMPLES = 4;

  /** After that long without a sample nothing says that it is the same process. */
  private static final long LONGEST_GAP = 3 * HOUR;

  /** A process that starts anew begins with less than this share of what it had kept lately … */
  private static final double RESTART = 0.55;

  /** … and than this share of the least it ever kept, which a load that ends does not. */
  private static final double RESTART_OF_LEAST = 0.75;

  private static final long LATELY = 2 * HOUR;
  static final long WARM_UP = 40 * 60_000;

  @Override
  public MemoryState initial() {
    return new MemoryState();
  }

  @Override
  public Step<MemoryState, MemorySignal> step(MemoryState state, MemoryObservation seen) {
    if (seen.sequence() <= state.lastSequence || seen.epochMillis() <= state.lastMillis) {
      state.passedOver++;
      return Step.silent(state);
    }
    long gap = state.lastMillis == Long.MIN_VALUE ? 0 : seen.epochMillis() - state.lastMillis;
    state.lastSequence = seen.sequence();
    return switch (seen) {
      case MemoryObservation.Tick tick -> pass(state, tick.epochMillis());
      case MemoryObservation.Sample sample -> take(state, sample, gap);
    };
  }

  private static Step<MemoryState, MemorySignal> take(
      MemoryState state, MemoryObservation.Sample sample, long gap) {
    long now = sample.epochMillis();
    state.lastMillis = now;
    state.samples++;
    if (!Double.isNaN(sample.limit())) {
      state.limit = sample.limit();
    }
    if (state.firstMillis == Long.MIN_VALUE) {
      state.firstMillis = now;
      state.beginLife(now, false);
    } else if (isRestart(state, sample.value(), now)) {
      state.restarts++;
      state.beginLife(now, true);
      open(state, now, sample.value());
      return new Step<>(state, List.of(new MemorySignal.Restarted(now)));
    } else if (gap > LONGEST_GAP) {
      state.beginLife(now, false);
    }
    if (state.openCount > 0 && isOver(state, now)) {
      state.blocks.add(state.openMillis, state.openLow, state.openHigh);
      open(state, now, sample.value());
      return state.leakWasSeen ? Step.silent(state) : judge(state, now);
    }
    if (state.openCount == 0) {
      open(state, now, sample.value());
    } else {
      state.openLow = Math.min(state.openLow, sample.value());
      state.openHigh = Math.max(state.openHigh, sample.value());
      state.openCount++;
    }
    return Step.silent(state);
  }

  private static Step<MemoryState, MemorySignal> pass(MemoryState state, long now) {
    if (state.openCount == 0 || !isOver(state, now)) {
      return Step.silent(state);
    }
    state.blocks.add(state.openMillis, state.openLow, state.openHigh);
    state.openCount = 0;
    state.openLow = Double.POSITIVE_INFINITY;
    return state.leakWasSeen ? Step.silent(state) : judge(state, now);
  }

  private static void open(MemoryState state, long now, double value) {
    state.openMillis = now;
    state.openLow = value;
    state.openHigh = value;
    state.openCount = 1;
  }

  private static boolean isOver(MemoryState state, long now) {
    long length = now - state.openMillis;
    return length >= BLOCK_MILLIS
        && (state.openCount >= LEAST_SAMPLES || length >= SPARSE_BLOCK_MILLIS);
  }

  private static boolean isRestart(MemoryState state, double value, long now) {
    Blocks blocks = state.blocks;
    if (blocks.count() < 4 || value >= RESTART * blocks.low(blocks.count() - 1)) {
      return false;
    }
    // Compared with what it fell from.
    double lately = blocks.lowestFrom(blocks.firstSince(now - LATELY));
    double least =
        Math.min(
            blocks.older().lowest,
            blocks.lowestFrom(blocks.firstSince(state.lifeMillis + WARM_UP)));
    return value < RESTART * Math.min(lately, blocks.low(blocks.count() - 1))
        && value < RESTART_OF_LEAST * least;
  }

  private static Step<MemoryState, MemorySignal> judge(MemoryState state, long now) {
    return LeakSearch.look(state, now)
        .<Step<MemoryState, MemorySignal>>map(leak -> {
          state.leakWasSeen = true;
          return new Step<>(state, List.of(leak));
        })
        .orElseGet(() -> Step.silent(state));
  }
}
