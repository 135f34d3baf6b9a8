package dev.tidemark.detect;

/** One quantity over the time observed, and how it grew in any part of that time. */
public interface Course {
  /** What was observed. */
  Points points();

  /**
   * Growth between two shares of the time observed, both included: 0 and 1 for all of it, 0.5 and 1
   * for its later half.
   */
  Trend trend(double from, double to);

  /** Growth over all of it. */
  default Trend trend() {
    return trend(0, 1);
  }
}
