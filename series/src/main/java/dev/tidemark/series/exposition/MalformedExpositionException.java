package dev.tidemark.series.exposition;

import java.util.Locale;

/** An exposition that can't be read, with the line (from 1) where it breaks. */
public final class MalformedExpositionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  public MalformedExpositionException(int line, String problem) {
    super(String.format(Locale.ROOT, "line %,d: %s", line, problem));
    this.line = line;
  }

  public int line() {
    return line;
  }
}
