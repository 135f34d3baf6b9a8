package dev.tidemark.golang.parse;

/** Ends the parsing of a file whose nesting would not fit on the stack. */
final class TooDeep extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  TooDeep(int offset) {
    super("nested too deep", null, false, false);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }
}
