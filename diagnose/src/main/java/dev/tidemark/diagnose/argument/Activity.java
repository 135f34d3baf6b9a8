package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.Points;
import dev.tidemark.detect.Trend;
import dev.tidemark.diagnose.Evidence;
import dev.tidemark.series.Quantity;

/**
 * What a process is asked to do over time: requests where they are counted, and else the
 * goroutines, of which a server has one for each connection, or what it allocates.
 */
record Activity(Points requestsPerMinute, Points goroutines, Points allocatedPerMinute) {
  private static final int FEWEST = 4;
  private static final double DOUBT = 0.025;

  /** Standard deviation of a driver, as a share of its mean, below which nothing follows it. */
  private static final double LEAST_SWING = 0.15;

  /** Rise of requests over the window, as a share, that is too small to explain anything. */
  private static final double LEAST_RISE = 0.1;

  static Activity of(Evidence evidence) {
    Points allocated = evidence.metrics().ratePerMinute(Quantity.ALLOCATED);
    return new Activity(
        evidence.metrics().ratePerMinute(Quantity.REQUESTS),
        evidence.goroutines().totals(),
        allocated.count() == 0 ? evidence.heap().allocatedPerMinute() : allocated);
  }

  /**
   * How closely a quantity follows one of them.
   *
   * @param correlation from -1 to 1
   */
  record Following(String driver, double correlation) {}

  Following closest(Points points) {
    Following best = new Following("", 0);
    best = closer(best, "requests", points, requestsPerMinute);
    best = closer(best, "goroutines", points, goroutines);
    return requestsPerMinute.count() == 0
        ? closer(best, "allocation", points, allocatedPerMinute)
        : best;
  }

  /** A session outlives its request, a pooled buffer two collections: looks back are tried too. */
  private static Following closer(Following best, String name, Points points, Points driver) {
    Following closest = best;
    for (int looksBack = 0; looksBack <= 2; looksBack++) {
      double correlation = correlation(points, driver, looksBack);
      if (correlation > closest.correlation) {
        closest = new Following(name, correlation);
      }
    }
    return closest;
  }

  private static double correlation(Points points, Points driver, int looksBack) {
    if (driver.count() < FEWEST) {
      return 0;
    }
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumYy = 0;
    double sumXy = 0;
    int count = 0;
    int at = 0;
    for (int i = 0; i < points.count(); i++) {
      while (at < driver.count() - 1 && driver.timesMillis()[at] < points.timesMillis()[i]) {
        at++;
      }
      if (at < looksBack) {
        continue;
      }
      double x = 0;
      for (int back = 0; back <= looksBack; back++) {
        x += driver.values()[at - back];
      }
      double y = points.values()[i];
      sumX += x;
      sumY += y;
      sumXx += x * x;
      sumYy += y * y;
      sumXy += x * y;
      count++;
    }
    double spreadX = count * sumXx - sumX * sumX;
    double spreadY = count * sumYy - sumY * sumY;
    return spreadX <= LEAST_SWING * LEAST_SWING * sumX * sumX || spreadY <= 0
        ? 0
        : (count * sumXy - sumX * sumY) / Math.sqrt(spreadX * spreadY);
  }

  /** Requests rise by a share like that of a quantity, so that its growth may be load. */
  boolean risesWith(Climb climb) {
    Points live = climb.points();
    if (requestsPerMinute.count() < FEWEST || live.count() < 2) {
      return false;
    }
    Trend trend = requestsPerMinute.trend();
    double middle = (requestsPerMinute.smallest() + requestsPerMinute.largest()) / 2;
    double liveMiddle = (live.smallest() + live.largest()) / 2;
    double rise = trend.slope() * requestsPerMinute.spanMillis() / 60_000 / middle;
    return trend.chanceOfSlopeUpTo(0) < DOUBT
        && rise > LEAST_RISE
        && trend.slope() / middle > 0.5 * climb.whole().slope() / liveMiddle;
  }

  /** How many times as many requests a minute came at the end as at first; 1 where not known. */
  double requestsRose() {
    if (requestsPerMinute.count() < FEWEST) {
      return 1;
    }
    CourseShape shape = CourseShape.of(requestsPerMinute);
    return shape.start() <= 0 ? 1 : shape.rest() / shape.start();
  }
}
