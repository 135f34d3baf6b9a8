package dev.tidemark.detect.memory;

/** The slope of a window with the interval that scatter and drift leave open. */
final class Slopes {
  private Slopes() {}

  static Slope of(Window window, double scale) {
    double slope = window.slope() * scale;
    double reach = 2 * window.standardError() * scale;
    return new Slope(slope, slope - reach, slope + reach);
  }
}
