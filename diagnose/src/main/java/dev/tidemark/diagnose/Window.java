package dev.tidemark.diagnose;

import java.time.Duration;

/**
 * What time a report speaks of.
 *
 * @param fromMillis the first snapshot, since the epoch
 * @param toMillis the last one
 * @param snapshots profiles and readings that were used
 */
public record Window(long fromMillis, long toMillis, int snapshots) {
  public Duration length() {
    return Duration.ofMillis(toMillis - fromMillis);
  }
}
