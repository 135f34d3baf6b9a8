package dev.tidemark.detect.stream;

/** Bytes that are no state: cut, damaged, or of a version that is not known yet. */
public final class MalformedStateException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedStateException(String problem) {
    super(problem);
  }
}
