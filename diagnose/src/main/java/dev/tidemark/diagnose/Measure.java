package dev.tidemark.diagnose;

import dev.tidemark.detect.Growth;
import dev.tidemark.detect.Points;

/**
 * One quantity of the process over the window.
 *
 * @param name in words, such as {@code live heap}
 * @param unit {@code bytes} or {@code count}
 * @param points distinct observations
 * @param growth per minute
 */
public record Measure(String name, Unit unit, Points points, Growth growth) {
  public enum Unit {
    BYTES,
    COUNT
  }

  public double first() {
    return points.first();
  }

  public double last() {
    return points.last();
  }

  public int observations() {
    return points.count();
  }
}
