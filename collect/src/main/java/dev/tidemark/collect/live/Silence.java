package dev.tidemark.collect.live;

import java.time.Duration;

/**
 * For how long a target may give no profile before it is taken for gone: three readings, and not
 * less than a service takes to be started anew.
 */
final class Silence {
  private static final Duration LEAST = Duration.ofSeconds(15);
  private static final int READINGS = 3;

  private final long longestMillis;
  private long answeredMillis;

  Silence(Duration every, long startMillis) {
    longestMillis = Math.max(LEAST.toMillis(), every.multipliedBy(READINGS).toMillis());
    answeredMillis = startMillis;
  }

  void endsAt(long millis) {
    answeredMillis = millis;
  }

  boolean isTooLongAt(long millis) {
    return millis - answeredMillis >= longestMillis;
  }
}
