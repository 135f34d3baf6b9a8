package dev.tidemark.detect.memory;

/**
 * The slope of a window with its 95% interval. Three things leave it open: scatter around the line,
 * by its standard error; that the window may have begun before the growth did, or the growth may
 * change, by how far the second half is from the whole; and that healthy memory drifts too, by some
 * 3% of the scale over a window, as real series did.
 */
final class Slopes {
  private static final double DRIFT = 0.03;
  private static final double NORMAL_95 = 1.96;

  private Slopes() {}

  static Slope of(Window window, double scale) {
    double slope = window.slope();
    double scatter = NORMAL_95 * window.standardError();
    double change = (window.late() - 1) * slope;
    double drift = DRIFT / window.hours;
    double reach = Math.sqrt(scatter * scatter + change * change + drift * drift);
    return new Slope(slope * scale, (slope - reach) * scale, (slope + reach) * scale);
  }

  /** The same where growth is beyond doubt: none at all is not in the interval. */
  static Slope ofLeak(Window window, double scale) {
    Slope slope = of(window, scale);
    return new Slope(slope.estimate(), Math.max(0, slope.low()), slope.high());
  }
}
