package dev.tidemark.series.csv;

import java.util.Locale;

/**
 * The first line of a series file.
 *
 * @param valueName what the third column is called
 * @param hasLimit whether there is a fourth column, the limit of the value
 */
public record SeriesHeader(String valueName, boolean hasLimit) {

  /**
   * The largest value possible where the name of the column says it, by the conventions of
   * Prometheus for units (a {@code ratio} or {@code fraction} is of 1, a {@code percent} of 100);
   * NaN where it does not.
   */
  public double impliedLimit() {
    String name = valueName.toLowerCase(Locale.ROOT);
    if (name.endsWith("fraction") || name.endsWith("ratio")) {
      return 1;
    }
    return name.endsWith("percent") ? 100 : Double.NaN;
  }
}
