package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.Points;
import dev.tidemark.detect.Trend;
import dev.tidemark.diagnose.Evidence;
import dev.tidemark.series.Quantity;
import java.util.Arrays;

/**
 * What a process is asked to do over time: requests, the goroutines, of which a server has one for
 * each connection, and where requests are not counted what it allocates.
 */
public record Activity(Points requestsPerMinute, Points goroutines, Points allocatedPerMinute) {
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
   * @param residual the quantity with what goes along with the driver taken out, by least squares
   */
  record Following(String driver, double correlation, Points residual) {}

  Following closest(Points points) {
    Following best = new Following("", 0, points);
    best = closer(best, "requests", points, requestsPerMinute);
    best = closer(best, "goroutines", points, goroutines);
    return requestsPerMinute.count() == 0
        ? closer(best, "allocation", points, allocatedPerMinute)
        : best;
  }

  /** A session outlives its request, a pooled buffer two collections: looks back are tried too. */
  private static Following closer(Following best, String name, Points points, Points driver) {
    Following closest = best;
    for (int looksBack = 0; looksBack <= 2 && driver.count() >= FEWEST; looksBack++) {
      Following following = following(name, points, driver, looksBack);
      closest = following.correlation > closest.correlation ? following : closest;
    }
    return closest;
  }

  private static Following following(String name, Points points, Points driver, int looksBack) {
    int from = 0;
    double[] x = new double[points.count()];
    int at = 0;
    for (int i = 0; i < x.length; i++) {
      while (at < driver.count() - 1 && driver.timesMillis()[at] < points.timesMillis()[i]) {
        at++;
      }
      if (at < looksBack) {
        from = i + 1;
        continue;
      }
      for (int back = 0; back <= looksBack; back++) {
        x[i] += driver.values()[at - back];
      }
    }
    int count = x.length - from;
    double meanX = mean(x, from);
    double meanY = mean(points.values(), from);
    double spreadX = 0;
    double spreadY = 0;
    double together = 0;
    for (int i = from; i < x.length; i++) {
      spreadX += (x[i] - meanX) * (x[i] - meanX);
      spreadY += (points.values()[i] - meanY) * (points.values()[i] - meanY);
      together += (x[i] - meanX) * (points.values()[i] - meanY);
    }
    if (count < 2 || spreadX <= LEAST_SWING * LEAST_SWING * count * meanX * meanX || spreadY <= 0) {
      return new Following(name, 0, points);
    }
    double slope = together / spreadX;
    double[] residual = new double[count];
    for (int i = from; i < x.length; i++) {
      residual[i - from] = points.values()[i] - slope * (x[i] - meanX);
    }
    long[] times = Arrays.copyOfRange(points.timesMillis(), from, x.length);
    return new Following(
        name, together / Math.sqrt(spreadX * spreadY), new Points(times, residual));
  }

  private static double mean(double[] values, int from) {
    double sum = 0;
    for (int i = from; i < values.length; i++) {
      sum += values[i];
    }
    return sum / Math.max(1, values.length - from);
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
