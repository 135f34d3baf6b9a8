package dev.tidemark.detect;

/**
 * Growth of one quantity over time, with the interval that sampling and trend together leave open.
 * Units: {@code unit} per minute.
 */
public record Growth(double estimate, double low, double high) {
  public Growth {
    if (!(low <= estimate && estimate <= high)) {
      throw new IllegalArgumentException(
          "not an interval: %s in [%s, %s]".formatted(estimate, low, high));
    }
  }

  /** Whether growth of zero or less is ruled out. */
  public boolean isCertain() {
    return low > 0;
  }
}
