package dev.tidemark.profile;

import java.util.Locale;

/**
 * The input is not what it says it is. Carries where: the byte offset in the data after inflation
 * (which is the input itself when it is not compressed).
 */
public final class MalformedProfileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long offset;
  private final String problem;

  public MalformedProfileException(long offset, String problem) {
    super(String.format(Locale.ROOT, "byte %,d: %s", offset, problem));
    this.offset = offset;
    this.problem = problem;
  }

  /** Bytes from the start of the inflated data. */
  public long offset() {
    return offset;
  }

  /** What is wrong there, without the place. */
  public String problem() {
    return problem;
  }
}
