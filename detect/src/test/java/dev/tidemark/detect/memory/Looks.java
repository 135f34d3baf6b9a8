package dev.tidemark.detect.memory;

/**
 * What {@link Evidence} would weigh each time the detector looks at a series: the way in for the
 * program that fits its weights.
 */
public final class Looks {
  public static final int TERMS = Evidence.TERMS;

  private Looks() {}

  /** Takes the terms of one window, in the order of the weights. */
  @FunctionalInterface
  public interface Taker {
    void take(long epochMillis, double[] terms);
  }

  /**
   * Every window that the detector would look at, from the first to the last, whether or not it
   * sees a leak.
   *
   * @param epochMillis of the samples, increasing
   * @param values of them, as fractions of a limit of 1
   */
  public static void at(long[] epochMillis, double[] values, Taker taker) {
    MemoryLeakDetector detector = new MemoryLeakDetector();
    MemoryState state = detector.initial();
    // A leak is said once for a series; after it blocks are kept, and the detector looks no more.
    state.leakWasSeen = true;
    for (int i = 0; i < values.length; i++) {
      long now = epochMillis[i];
      long before = latestBlock(state);
      state = detector.step(state, new MemoryObservation.Sample(i, now, values[i], 1)).state();
      if (state.blocks.count() > 0 && latestBlock(state) != before) {
        LeakSearch.look(
            state, now, (window, seen) -> taker.take(now, Evidence.terms(window, seen)));
      }
    }
  }

  /** The weights that the detector has now: of the sum. */
  public static double[] sum() {
    return Weights.SUM.clone();
  }

  /** Of the sums that speak for a leak. */
  public static double[][] speakFor() {
    return Weights.FOR.clone();
  }

  /** Of the sums that speak against one. */
  public static double[][] speakAgainst() {
    return Weights.AGAINST.clone();
  }

  private static long latestBlock(MemoryState state) {
    int count = state.blocks.count();
    return count == 0 ? Long.MIN_VALUE : state.blocks.startMillis(count - 1);
  }
}
