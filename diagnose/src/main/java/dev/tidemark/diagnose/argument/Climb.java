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
  private static final double DOUBT_OF_GROWTH = 0.02;
  private static final double DOUBT_OF_PERSISTENCE = 0.1;
  private static final double LATE_SHARE = 0.6;
  private static final double SAME_PACE = 0.75;
  private static final double LIKELY = 0.75;
  static final int ENOUGH_OBSERVATIONS = 6;
  static final long SHORTEST_MILLIS = 30_000;
  private static final int FEWEST_FOR_FLAT = 5;
  private static final long SHORTEST_FOR_FLAT_MILLIS = 60_000;

  /** What a leak may be called after a moment; 99% after two minutes. */
  private static final double LEAST_CAP = 0.9;

  private static final double ENOUGH_MILLIS = 120_000;
  private static final double FLAT_PER_FLOOR = 1.5;
  private static final double FLAT_SHARE = 0.06;
  private static final double SHORTEST_FOR_SHARE = 1.75;
  private static final double DOUBT_OF_FLAT = 0.05;

  public static Climb of(Course course, double floor) {
    return new Climb(
        course, course.points(), course.trend(), course.trend(0, 0.5), course.trend(0.5, 1), floor);
  }

  /** Growth is certain, worth acting on, and has not slackened. */
  boolean goesOn() {
    return grows() && late.isKnown() && !slackens() && (lateAlsoGrows() || keepsItsPace());
  }

  /** Growth is certain in the second half alone too. */
  boolean lateAlsoGrows() {
    return late.chanceOfSlopeUpTo(0) < DOUBT_OF_PERSISTENCE;
  }

  /** Where half of the window is too short to be sure by itself, all of it has to be very sure. */
  private boolean keepsItsPace() {
    return late.slope() > SAME_PACE * whole.slope()
        && whole.chanceOfSlopeUpTo(0) < DOUBT_OF_GROWTH / 10;
  }

  public boolean grows() {
    return whole.isKnown()
        && points.spanMillis() >= SHORTEST_MILLIS
        && whole.chanceOfSlopeUpTo(0) < DOUBT_OF_GROWTH
        && whole.slope() > floor;
  }

  /** The second half climbs much less fast than the whole, or likely less fast than the first. */
  boolean slackens() {
    return late.isKnown()
        && (late.slope() < LATE_SHARE * whole.slope()
            || late.chanceBelow(SAME_PACE, early) > LIKELY && early.slope() > floor);
  }

  /** Growth that would need action is ruled out. */
  public boolean isRuledOut() {
    return isBelow(floor);
  }

  /** Whether growth beyond a limit per minute is ruled out, or was never looked for. */
  boolean isBelow(double limit) {
    return points.count() < 2 || whole.growth().high() < limit;
  }

  /** Growth beyond what is worth mentioning is ruled out. */
  boolean isFlat() {
    return whole.isKnown()
        && points.count() >= FEWEST_FOR_FLAT
        && points.spanMillis() >= SHORTEST_FOR_FLAT_MILLIS
        && whole.growth().high() < flatFloor()
        && (whole.growth().high() < FLAT_PER_FLOOR * floor
            || whole.chanceOfSlopeUpTo(0) > DOUBT_OF_FLAT);
  }

  /**
   * Growth per minute that has to be ruled out before a quantity is called flat: half as much again
   * as what needs action, or in a window too short for that what would add a few hundredths and may
   * as well be nothing.
   */
  double flatFloor() {
    double level = points.count() == 0 ? 0 : Math.max(0, points.smallest());
    double minutes = Math.max(SHORTEST_FOR_SHARE, points.spanMillis() / 60_000.0);
    return Math.max(FLAT_PER_FLOOR * floor, FLAT_SHARE * level / minutes);
  }

  /**
   * How sure it is that this goes on: both halves of the argument must hold, and neither few
   * observations nor a minute or two are proof.
   */
  double confidence() {
    double sure = (1 - whole.chanceOfSlopeUpTo(0)) * (1 - late.chanceOfSlopeUpTo(0) / 2);
    double seen = Math.min(1, points.count() / (double) ENOUGH_OBSERVATIONS);
    double watched = Math.min(1, points.spanMillis() / ENOUGH_MILLIS);
    double most = LEAST_CAP + (0.99 - LEAST_CAP) * watched * seen;
    return Math.min(most, sure * (0.6 + 0.4 * seen));
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
