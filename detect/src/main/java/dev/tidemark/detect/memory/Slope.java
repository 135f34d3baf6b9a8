package dev.tidemark.detect.memory;

/** Growth in units of the value per hour, with its 95% interval. */
public record Slope(double estimate, double low, double high) {
  public Slope {
    if (!(low <= estimate && estimate <= high)) {
      throw new IllegalArgumentException(
          "not an interval: %s in [%s, %s]".formatted(estimate, low, high));
    }
  }
}
