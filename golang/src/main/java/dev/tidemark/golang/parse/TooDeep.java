package dev.tidemark.golang.parse;

/** Ends the parsing of a file whose nesting would not fit on the stack. */
final class TooDeep extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  private TooDeep(int offset, String message) {
    super(message, null, false, false);
    this.offset = offset;
  }

  /** Parts within parts within parts. */
  static TooDeep nested(int offset, int limit) {
    return new TooDeep(offset, "nested more than %,d deep".formatted(limit));
  }

  /** Operands or selectors one behind the other. */
  static TooDeep chain(int offset, int limit) {
    return new TooDeep(offset, "a chain of more than %,d operations".formatted(limit));
  }

  int offset() {
    return offset;
  }
}
