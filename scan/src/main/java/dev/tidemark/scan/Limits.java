package dev.tidemark.scan;

import java.time.Duration;

/**
 * Numbers on which it depends what is found.
 *
 * @param timer what a timer holds for less time comes and goes with the load
 * @param handlerDepth calls from a handler that are followed: beyond, what is reached is rather a
 *     server's own
 * @param contextValues so many in a context, one over the other, are usual
 * @param effort how many times the usual number of ways, and of orders of events, are looked at
 */
public record Limits(Duration timer, int handlerDepth, int contextValues, int effort) {
  public static final Limits DEFAULT = new Limits(Duration.ofMinutes(1), 5, 10, 1);

  public Limits {
    if (timer.isNegative() || handlerDepth < 0 || contextValues < 0 || effort < 1) {
      throw new IllegalArgumentException(
          "no limits: timer %s, depth %d, values %d, effort %d"
              .formatted(timer, handlerDepth, contextValues, effort));
    }
  }
}
