package dev.tidemark.profile.goroutine;

/**
 * The two lines of a frame, read in place (runtime/traceback.go, {@code traceback2}):
 *
 * <pre>
 *   net/http.(*conn).serve(0xc000164000, {0x7a21b0?, 0xa610e0?})
 *   &#9;net/http/server.go:2102 +0x625
 * </pre>
 *
 * <p>Arguments and offsets differ from goroutine to goroutine and are left out.
 */
final class FrameLine {
  private FrameLine() {}

  /**
   * The end of the function's name, if the line is a call: what stands before the last parenthesis,
   * provided it holds what the runtime prints as arguments. −1 for any other line.
   */
  static int functionEnd(byte[] bytes, int from, int to) {
    if (to - from < 3 || bytes[to - 1] != ')') {
      return -1;
    }
    int i = to - 2;
    while (i > from && isArgumentByte(bytes[i])) {
      i--;
    }
    return i > from && bytes[i] == '(' && isName(bytes, from, i) ? i : -1;
  }

  private static boolean isArgumentByte(byte b) {
    return switch (b) {
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> true;
      case 'a', 'b', 'c', 'd', 'e', 'f', 'x' -> true;
      case ',', ' ', '{', '}', '.', '?', '_' -> true;
      default -> false;
    };
  }

  /**
   * Names have spaces in type arguments and literals of struct types only; prose has them before.
   */
  private static boolean isName(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '[' || b == '(' && i > from && bytes[i - 1] == '.') {
        return true;
      }
      if (b == ' ' || b == '\t') {
        return false;
      }
    }
    return true;
  }

  /**
   * The end of {@code file:line} in a location line, or −1 if there is no line number.
   *
   * @param from after the indent
   */
  static int locationEnd(byte[] bytes, int from, int to) {
    int end = to;
    int space = lastSpace(bytes, from, end);
    while (space > from && isSuffix(bytes, space + 1, end)) {
      end = space;
      space = lastSpace(bytes, from, end);
    }
    int digits = end;
    while (digits > from && Bytes.isDigit(bytes[digits - 1])) {
      digits--;
    }
    return digits < end && digits - 1 > from && bytes[digits - 1] == ':' ? end : -1;
  }

  private static int lastSpace(byte[] bytes, int from, int to) {
    int i = to - 1;
    while (i > from && bytes[i] != ' ') {
      i--;
    }
    return i;
  }

  /** {@code +0x1d}, and in crashes {@code fp=0x… sp=0x… pc=0x…}. */
  private static boolean isSuffix(byte[] bytes, int from, int to) {
    if (to - from < 2) {
      return from == to;
    }
    byte first = bytes[from];
    return first == '+' && bytes[from + 1] == '0'
        || to - from > 3
            && bytes[from + 2] == '='
            && (first == 'f' || first == 's' || first == 'p')
            && (bytes[from + 1] == 'p' || bytes[from + 1] == 'c');
  }
}
