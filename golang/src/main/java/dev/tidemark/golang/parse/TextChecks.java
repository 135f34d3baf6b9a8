package dev.tidemark.golang.parse;

/** What may stand in texts and runes: escape sequences, and every character by itself. */
final class TextChecks {
  private final byte[] bytes;
  private final int end;
  private final Scanner.ErrorSink errors;
  private boolean escapeFailed;

  TextChecks(byte[] bytes, Scanner.ErrorSink errors) {
    this.bytes = bytes;
    this.end = bytes.length;
    this.errors = errors;
  }

  /** Whether the last escape sequence was none. */
  boolean hasEscapeFailed() {
    return escapeFailed;
  }

  /**
   * Reads what follows a backslash.
   *
   * @return the offset behind it
   */
  /**
   * Passes over what follows a backslash.
   *
   * @param start behind the backslash
   */
  int escape(int start, char quote) {
    escapeFailed = false;
    if (start >= end) {
      escapeFailed = true;
      errors.error(start - 1, "escape sequence not terminated");
      return start;
    }
    byte b = bytes[start];
    if (b == quote || b == '\\' || "abfnrtv".indexOf(b) >= 0) {
      return start + 1;
    }
    return switch (b) {
      case '0', '1', '2', '3', '4', '5', '6', '7' -> digits(start, start, 3, 8, 255);
      case 'x' -> digits(start, start + 1, 2, 16, 255);
      case 'u' -> digits(start, start + 1, 4, 16, Character.MAX_CODE_POINT);
      case 'U' -> digits(start, start + 1, 8, 16, Character.MAX_CODE_POINT);
      default -> {
        escapeFailed = true;
        errors.error(start, "unknown escape sequence");
        yield start;
      }
    };
  }

  private int digits(int start, int first, int count, int base, long largest) {
    long value = 0;
    for (int i = first; i < first + count; i++) {
      int digit = i < end && bytes[i] > 0 ? Character.digit(bytes[i], base) : -1;
      if (digit < 0) {
        escapeFailed = true;
        errors.error(
            Math.min(i, end),
            i >= end
                ? "escape sequence not terminated"
                : "illegal character "
                    + Texts.quoted(Utf8.codePoint(bytes, i, end))
                    + " in escape sequence");
        return i;
      }
      value = value * base + digit;
    }
    if (value > largest || value >= 0xD800 && value < 0xE000 && largest > 255) {
      escapeFailed = true;
      errors.error(start, "escape sequence is invalid Unicode code point");
    }
    return first + count;
  }

  /** Says what can't stand in a text: bytes that are no UTF-8, NUL, a byte order mark. */
  void check(int start, int stop) {
    for (int i = start; i < stop; ) {
      byte b = bytes[i];
      if (b > 0) {
        i++;
        continue;
      }
      int codePoint = Utf8.codePoint(bytes, i, end);
      if (codePoint == Utf8.MALFORMED) {
        errors.error(i, "illegal UTF-8 encoding");
      } else if (codePoint == 0) {
        errors.error(i, "illegal character NUL");
      } else if (codePoint == 0xFEFF) {
        errors.error(i, "illegal byte order mark");
      }
      i += Utf8.length(codePoint);
    }
  }
}
