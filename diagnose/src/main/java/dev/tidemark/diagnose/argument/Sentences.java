package dev.tidemark.diagnose.argument;

import dev.tidemark.detect.Growth;
import dev.tidemark.detect.Points;
import dev.tidemark.detect.Trend;
import dev.tidemark.diagnose.Words;
import java.time.Duration;

/** Numbers of an argument as its reasons quote them. */
final class Sentences {
  private Sentences() {}

  /** {@code 13.9 → 18.3 MiB over 2m30s, +1.7 MiB/min (1.5 … 1.9)}. */
  static String course(Climb climb) {
    return "%s over %s, %s"
        .formatted(
            Words.bytesFromTo(climb.points().first(), climb.points().last()),
            Words.duration(length(climb.points())),
            perMinute(climb.whole()));
  }

  static String perMinute(Trend trend) {
    Growth growth = trend.growth();
    return Words.bytesPerMinute(growth.estimate(), growth.low(), growth.high());
  }

  static String countPerMinute(Trend trend) {
    Growth growth = trend.growth();
    return Words.countPerMinute(growth.estimate(), growth.low(), growth.high());
  }

  static Duration length(Points points) {
    return Duration.ofMillis(points.spanMillis());
  }

  /** That a climb has not slackened, and how sure the second half alone is of that. */
  static String goesOn(Climb climb, String late) {
    return (climb.lateAlsoGrows()
            ? "it goes on: the second half has "
            : "it keeps its pace, as far as the second half alone tells: ")
        + late;
  }

  /** How the live heap is known. */
  static String source(Climbs climbs) {
    return climbs.marked() ? ", as the collector marked it" : ", as heap profiles sampled it";
  }
}
