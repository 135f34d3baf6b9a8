package dev.tidemark.diagnose;

import dev.tidemark.detect.Growth;

/**
 * One quantity of the process over the window.
 *
 * @param name in words, such as {@code live heap}
 * @param unit {@code bytes} or {@code count}
 * @param first at the first observation
 * @param last at the last one
 * @param observations distinct ones
 * @param growth per minute
 */
public record Measure(
    String name, Unit unit, double first, double last, int observations, Growth growth) {
  public enum Unit {
    BYTES,
    COUNT
  }
}
