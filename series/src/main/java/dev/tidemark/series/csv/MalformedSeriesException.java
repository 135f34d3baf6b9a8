package dev.tidemark.series.csv;

import java.util.Locale;

/** A file that is no series file, with the line (from 1) that says so and what to do. */
public final class MalformedSeriesException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long line;

  public MalformedSeriesException(long line, String problem) {
    super(String.format(Locale.ROOT, "line %,d: %s", line, problem));
    this.line = line;
  }

  public long line() {
    return line;
  }
}
