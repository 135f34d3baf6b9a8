package dev.tidemark.detect;

/**
 * Gathers many observations into a few of about equal time, each the mean of its own, so that the
 * cost of a fit is bounded however long a run is.
 */
final class Bins {
  /** Enough to see how errors hang together; the cost of a fit rises with its square. */
  private static final int MOST = 48;

  private final int[] binOf;
  private final int[] sizes;
  private final double[] minutes;

  private Bins(int[] binOf, int[] sizes, double[] minutes) {
    this.binOf = binOf;
    this.sizes = sizes;
    this.minutes = minutes;
  }

  /**
   * @param minutes strictly increasing
   */
  static Bins of(double[] minutes) {
    int[] binOf = new int[minutes.length];
    int bins = 0;
    int last = -1;
    for (int i = 0; i < minutes.length; i++) {
      int slot = minutes.length <= MOST ? i : slot(minutes, i);
      bins += slot == last ? 0 : 1;
      last = slot;
      binOf[i] = bins - 1;
    }
    int[] sizes = new int[bins];
    for (int bin : binOf) {
      sizes[bin]++;
    }
    Bins sized = new Bins(binOf, sizes, new double[0]);
    return new Bins(binOf, sizes, sized.means(minutes));
  }

  private static int slot(double[] minutes, int i) {
    double span = minutes[minutes.length - 1] - minutes[0];
    return (int) Math.min(MOST - 1, Math.floor((minutes[i] - minutes[0]) / span * MOST));
  }

  /** The mean time of each bin. */
  double[] minutes() {
    return minutes;
  }

  double[] means(double[] values) {
    double[] means = new double[sizes.length];
    for (int i = 0; i < values.length; i++) {
      means[binOf[i]] += values[i] / sizes[binOf[i]];
    }
    return means;
  }
}
