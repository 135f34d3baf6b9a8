package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.Points;

/**
 * Growth per minute below which nothing needs action. What would be worth a look within minutes is
 * a catastrophe over a day, so beyond five minutes a floor shrinks with the window: it is then what
 * would add as much over the whole window as over five minutes.
 */
public final class Floors {
  private static final double MINUTES_OF_FULL_FLOOR = 5;
  private static final double SMALLEST_HEAP = 128 * 1024;
  private static final double HEAP_SHARE = 0.01;
  private static final double GOROUTINES = 4;

  /**
   * A Go process touches more and more of its binary and of what it mapped, and so grows by half of
   * that outside its heap for minutes after its start.
   */
  private static final double OUTSIDE = 1 << 20;

  private Floors() {}

  /** Of live bytes: 1% of the least that was live, at least 128 KiB. */
  public static double ofLiveHeap(Points live) {
    double level = live.count() == 0 ? 0 : Math.max(0, live.smallest());
    return over(live, Math.max(SMALLEST_HEAP, HEAP_SHARE * level));
  }

  /** Of goroutines, in all or of a group: 4. */
  public static double ofGoroutines(Points goroutines) {
    return over(goroutines, GOROUTINES);
  }

  /** Of bytes outside of Go: 1 MiB. */
  public static double ofOutside(Points outside) {
    return over(outside, OUTSIDE);
  }

  private static double over(Points points, double perMinute) {
    double minutes = points.spanMillis() / 60_000.0;
    return perMinute * Math.min(1, MINUTES_OF_FULL_FLOOR / Math.max(minutes, 1));
  }
}
