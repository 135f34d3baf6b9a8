package dev.tidemark.series.csv;

/** Who takes the rows of a series file, in the order of the file. */
public interface SeriesRows {
  /** Called once, before any row. */
  void header(SeriesHeader header);

  /**
   * One sample.
   *
   * @param line its line in the file, from 1
   * @param seriesId the same object for rows of one series that follow each other
   * @param epochMillis its time, milliseconds since the epoch
   * @param value finite and not negative; NaN where the row says that there was no value
   * @param limit of the value, in its unit; NaN where it is not known
   */
  void row(long line, String seriesId, long epochMillis, double value, double limit);

  /** A line that can't be understood; reading goes on behind it. */
  void bad(long line, String problem);
}
