package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.Course;
import dev.tidemark.detect.Points;
import dev.tidemark.detect.Trend;

/**
 * Whether a quantity climbs and goes on climbing: a cache that fills and a peak that passes climb
 * over the whole window too, but not to its end.
 *
 * @param course what was observed
 * @param whole trend over the window
 * @param early trend over its first half
 * @param late trend over its second half
 * @param floor growth per minute below which nothing needs action
 */
public record Climb(
    Course course, Points points, Trend whole, Trend early, Trend late, double floor) {
  private static final double DOUBT_OF_GROWTH = 0.01;
  private static final double DOUBT_OF_PERSISTENCE = 0.1;
  private static final double LATE_SHARE = 0.5;
  private static final double SURE = 0.9;
  static final int ENOUGH_OBSERVATIONS = 8;
  private static final int FEWEST_FOR_FLAT = 6;
  private static final long SHORTEST_FOR_FLAT_MILLIS = 60_000;
  private static final double FLAT_PER_FLOOR = 1.5;

  public static Climb of(Course course, double floor) {
    return new Climb(
        course, course.points(), course.trend(), course.trend(0, 0.5), course.trend(0.5, 1), floor);
  }

  /** Growth is certain, worth acting on, and has not slackened. */
  boolean goesOn() {
    return grows()
        && !slackens()
        && late.isKnown()
        && late.chanceOfSlopeUpTo(0) < DOUBT_OF_PERSISTENCE;
  }

  public boolean grows() {
    return whole.isKnown() && whole.chanceOfSlopeUpTo(0) < DOUBT_OF_GROWTH && whole.slope() > floor;
  }

  /** The second half climbs less than half as fast as the whole, or surely less than the first. */
  boolean slackens() {
    return late.isKnown()
        && (late.slope() < LATE_SHARE * whole.slope()
            || late.chanceBelow(LATE_SHARE, early) > SURE && early.slope() > floor);
  }

  /** Growth beyond what is worth mentioning is ruled out. */
  boolean isFlat() {
    return whole.isKnown()
        && points.count() >= FEWEST_FOR_FLAT
        && points.spanMillis() >= SHORTEST_FOR_FLAT_MILLIS
        && whole.growth().high() < flatFloor();
  }

  /** Growth per minute that has to be ruled out before a quantity is called flat. */
  double flatFloor() {
    return FLAT_PER_FLOOR * floor;
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
    return Math.min(0.99, whole.chanceOfSlopeUpTo(flatFloor()));
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
