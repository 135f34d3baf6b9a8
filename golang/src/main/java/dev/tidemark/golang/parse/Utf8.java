package dev.tidemark.golang.parse;

/** Characters beyond ASCII, as Go's unicode/utf8 and unicode tell them. */
final class Utf8 {
  /** What stands for bytes that encode no character; it is one byte long. */
  static final int MALFORMED = -1;

  private Utf8() {}

  /** The character that begins at an offset. */
  static int codePoint(byte[] bytes, int at, int end) {
    int first = bytes[at];
    if (first >= 0) {
      return first;
    }
    int length =
        (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : (first & 0xF8) == 0xF0 ? 4 : 0;
    if (length == 0 || at + length > end) {
      return MALFORMED;
    }
    int value = first & 0x7F >> length;
    for (int i = 1; i < length; i++) {
      int next = bytes[at + i];
      if ((next & 0xC0) != 0x80) {
        return MALFORMED;
      }
      value = value << 6 | next & 0x3F;
    }
    boolean isShortest = length(value) == length;
    boolean isSurrogate = value >= 0xD800 && value < 0xE000;
    return isShortest && !isSurrogate && value <= Character.MAX_CODE_POINT ? value : MALFORMED;
  }

  /** Bytes of a character. */
  static int length(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  /** Unicode's categories L, as the specification has letters. */
  static boolean isLetter(int codePoint) {
    return codePoint == '_' || codePoint >= 0 && Character.isLetter(codePoint);
  }

  /** Unicode's category Nd. */
  static boolean isDigit(int codePoint) {
    return codePoint >= 0 && Character.isDigit(codePoint);
  }
}
