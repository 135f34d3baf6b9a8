package dev.tidemark.diagnose;

import dev.tidemark.detect.Points;
import dev.tidemark.detect.Trend;

/**
 * Whether a quantity climbs and goes on climbing: a cache that fills and a peak that passes climb
 * over the whole window too, but not in its second half.
 *
 * @param points what was observed
 * @param whole trend over the window
 * @param late trend over its second half
 * @param floor growth per minute below which nothing needs action
 */
record Climb(Points points, Trend whole, Trend late, double floor) {
  private static final double DOUBT_OF_GROWTH = 0.01;
  private static final double DOUBT_OF_PERSISTENCE = 0.2;
  private static final double LATE_SHARE = 0.5;
  static final int ENOUGH_OBSERVATIONS = 8;
  private static final int FEWEST_FOR_FLAT = 6;
  private static final long SHORTEST_FOR_FLAT_MILLIS = 60_000;

  static Climb of(Points points, Trend whole, double floor) {
    return new Climb(points, whole, points.secondHalf().trend(), floor);
  }

  static Climb of(Points points, double floor) {
    return of(points, points.trend(), floor);
  }

  /** Growth is certain, worth acting on, and has not slackened. */
  boolean goesOn() {
    return grows()
        && !slackens()
        && late.isKnown()
        && late.chanceOfSlopeUpTo(0) < DOUBT_OF_PERSISTENCE;
  }

  boolean grows() {
    return whole.isKnown() && whole.chanceOfSlopeUpTo(0) < DOUBT_OF_GROWTH && whole.slope() > floor;
  }

  /** The second half climbs less than half as fast as the whole. */
  boolean slackens() {
    return late.isKnown() && late.slope() < LATE_SHARE * whole.slope();
  }

  /** Even the upper end of what the second half climbs is less than half of the whole. */
  boolean surelySlackens() {
    return whole.slope() > floor
        && late.isKnown()
        && late.growth().high() < LATE_SHARE * whole.slope();
  }

  /** Growth beyond the floor is ruled out. */
  boolean isFlat() {
    return whole.isKnown()
        && points.count() >= FEWEST_FOR_FLAT
        && points.spanMillis() >= SHORTEST_FOR_FLAT_MILLIS
        && whole.growth().high() < floor;
  }

  /**
   * How sure it is that this goes on: both halves of the argument must hold, and few observations
   * are never proof.
   */
  double confidence() {
    double sure = (1 - whole.chanceOfSlopeUpTo(0)) * (1 - late.chanceOfSlopeUpTo(0) / 2);
    double seen = Math.min(1, points.count() / (double) ENOUGH_OBSERVATIONS);
    return Math.min(0.99, sure * (0.6 + 0.4 * seen));
  }

  /** How sure it is that growth stays below the floor. */
  double confidenceOfFlat() {
    return Math.min(0.99, whole.chanceOfSlopeUpTo(floor));
  }

  /**
   * How many times the present window it takes until the interval is as narrow as the floor: a
   * scatter around a line shrinks with time to the power 3/2, and the estimate is kept between
   * twice and ten times.
   */
  double windowsNeeded() {
    if (!whole.isKnown()) {
      return 2;
    }
    double reach = whole.growth().high() - whole.slope();
    double wanted = Math.max(floor, Math.abs(whole.slope())) / 2;
    return Math.clamp(Math.pow(reach / wanted, 2.0 / 3), 2, 10);
  }
}
