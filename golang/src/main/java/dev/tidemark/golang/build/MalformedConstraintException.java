package dev.tidemark.golang.build;

/** A build constraint that can't be read; Go does not build such a file either. */
public final class MalformedConstraintException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  MalformedConstraintException(int offset, String message) {
    super(message);
    this.offset = offset;
  }

  /** Byte of the file. */
  public int offset() {
    return offset;
  }
}
