package dev.tidemark.series.csv;

import java.io.IOException;
import java.io.InputStream;

/**
 * Lines of a stream as ranges of one buffer, without line ends (LF or CR LF). A line that is longer
 * than {@link #LONGEST} is passed over, and said to be.
 */
final class LineSource {
  static final int LONGEST = 64 << 10;

  private final InputStream in;
  private byte[] buffer = new byte[128 << 10];
  private int filled;
  private int next;
  private boolean ended;

  private int start;
  private int end;
  private boolean isTooLong;
  private long line;

  LineSource(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line; false behind the last. */
  boolean advance() throws IOException {
    int searched = next;
    isTooLong = false;
    while (true) {
      int lineEnd = indexOfLineEnd(searched);
      if (lineEnd >= 0) {
        boolean fits = lineEnd - next <= LONGEST;
        isTooLong = !fits;
        set(next, fits ? lineEnd : next);
        next = lineEnd + 1;
        return true;
      }
      searched = filled;
      if (ended) {
        if (next == filled) {
          return false;
        }
        set(next, filled);
        next = filled;
        return true;
      }
      if (filled - next > LONGEST) {
        skipLine();
        set(0, 0);
        isTooLong = true;
        return true;
      }
      searched -= fill();
    }
  }

  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Whether the line was passed over for its length; it is empty then. */
  boolean isTooLong() {
    return isTooLong;
  }

  /** The number of the line, from 1. */
  long line() {
    return line;
  }

  private void set(int from, int to) {
    start = from;
    end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    line++;
    if (line == 1 && startsWithByteOrderMark()) {
      start += 3;
    }
  }

  private boolean startsWithByteOrderMark() {
    return end - start >= 3
        && (buffer[start] & 0xff) == 0xef
        && (buffer[start + 1] & 0xff) == 0xbb
        && (buffer[start + 2] & 0xff) == 0xbf;
  }

  private int indexOfLineEnd(int from) {
    for (int i = from; i < filled; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Reads more, and tells by how much what is not yet handed out moved to the front. */
  private int fill() throws IOException {
    int moved = 0;
    if (filled == buffer.length) {
      moved = next;
      System.arraycopy(buffer, next, buffer, 0, filled - next);
      filled -= next;
      next = 0;
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    ended = read < 0;
    filled += Math.max(0, read);
    return moved;
  }

  private void skipLine() throws IOException {
    do {
      filled = 0;
      next = 0;
      int _ = fill();
      int lineEnd = indexOfLineEnd(0);
      if (lineEnd >= 0) {
        next = lineEnd + 1;
        return;
      }
    } while (!ended);
    next = filled;
  }
}
