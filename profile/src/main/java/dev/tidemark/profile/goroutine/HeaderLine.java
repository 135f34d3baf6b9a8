package dev.tidemark.profile.goroutine;

/**
 * A goroutine's first line, read in place (runtime/traceback.go, {@code goroutineheader}):
 *
 * <pre>
 *   goroutine 7 gp=0xc0 m=nil [chan receive (leaked), 3 minutes, locked to thread labels:{"k": "v"}]:
 * </pre>
 *
 * <p>Labels came with Go 1.26 (GODEBUG tracebacklabels), from some versions without {@code labels:}
 * and quotes.
 */
final class HeaderLine {
  private static final byte[] WORD = Bytes.of("goroutine ");
  private static final byte[] END = Bytes.of("]:");
  private static final byte[] MINUTES = Bytes.of(" minutes");
  private static final byte[] LOCKED = Bytes.of("locked to thread");
  private static final byte[] SYNCTEST = Bytes.of("synctest bubble");
  private static final byte[] SCAN = Bytes.of("(scan)");

  long id;
  int stateStart;
  int stateEnd;
  int waitMinutes;
  int marks;
  int labelStart;
  int labelEnd;

  /** Where a header starts in a line, or −1. */
  static int find(byte[] bytes, int from, int to) {
    if (!Bytes.endsWith(bytes, from, to, END)) {
      return -1;
    }
    int last = Math.min(to, from + LogPrefix.MAX_LENGTH + WORD.length);
    int at = Bytes.indexOf(bytes, from, last, WORD);
    while (at >= 0) {
      if (bracketAfterId(bytes, at, to) >= 0) {
        return at;
      }
      at = Bytes.indexOf(bytes, at + 1, last, WORD);
    }
    return -1;
  }

  /** The opening bracket of the header that starts here, or −1. */
  private static int bracketAfterId(byte[] bytes, int from, int to) {
    int digits = from + WORD.length;
    int i = Bytes.digitsEnd(bytes, digits, to);
    if (i == digits || i - digits > 18 || i >= to || bytes[i] != ' ') {
      return -1;
    }
    i++;
    // A crash of the runtime adds gp=, m= and mp=.
    while (i < to && (bytes[i] == 'g' || bytes[i] == 'm')) {
      int space = Bytes.indexOf(bytes, i, to, ' ');
      if (space < 0) {
        return -1;
      }
      i = space + 1;
    }
    return i < to && bytes[i] == '[' ? i : -1;
  }

  /** Reads the header at {@code from}, if there is one. */
  boolean read(byte[] bytes, int from, int to) {
    if (!Bytes.startsWith(bytes, from, to, WORD) || !Bytes.endsWith(bytes, from, to, END)) {
      return false;
    }
    int bracket = bracketAfterId(bytes, from, to);
    if (bracket < 0) {
      return false;
    }
    int digits = from + WORD.length;
    id = Bytes.number(bytes, digits, Bytes.digitsEnd(bytes, digits, to), Long.MAX_VALUE);
    waitMinutes = 0;
    marks = 0;
    labelStart = 0;
    labelEnd = 0;
    readInside(bytes, bracket + 1, to - END.length);
    return true;
  }

  private void readInside(byte[] bytes, int from, int to) {
    int end = to;
    int brace = Bytes.indexOf(bytes, from, to, '{');
    if (brace > from && bytes[to - 1] == '}') {
      labelStart = brace + 1;
      labelEnd = to - 1;
      int space = brace;
      while (space > from && bytes[space] != ' ') {
        space--;
      }
      end = space;
    }
    int comma = Bytes.indexOf(bytes, from, end, ',');
    stateStart = from;
    stateEnd = comma < 0 ? end : comma;
    if (Bytes.indexOf(bytes, stateStart, stateEnd, SCAN) >= 0) {
      marks |= GoroutineMark.SCAN.bit();
    }
    while (comma >= 0) {
      int next = Bytes.indexOf(bytes, comma + 1, end, ',');
      readMark(bytes, Math.min(comma + 2, end), next < 0 ? end : next);
      comma = next;
    }
  }

  private void readMark(byte[] bytes, int from, int to) {
    int digits = Bytes.digitsEnd(bytes, from, to);
    if (digits > from && Bytes.startsWith(bytes, digits, to, MINUTES)) {
      waitMinutes = (int) Bytes.number(bytes, from, digits, Integer.MAX_VALUE);
    } else if (Bytes.startsWith(bytes, from, to, LOCKED)) {
      marks |= GoroutineMark.LOCKED_TO_THREAD.bit();
    } else if (Bytes.startsWith(bytes, from, to, SYNCTEST)) {
      marks |= GoroutineMark.SYNCTEST.bit();
    }
  }
}
