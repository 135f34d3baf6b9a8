package dev.tidemark.series.csv;

import java.util.Arrays;

/**
 * The fields of one line, as ranges of bytes. Fields may be quoted (RFC 4180, 2.5 to 2.7); blanks
 * around a field that is not are passed over.
 */
final class RowFields {
  /** One field; a range of the line where it was written plainly. */
  static final class Field {
    private byte[] bytes = {};
    private int from;
    private int to;

    byte[] bytes() {
      return bytes;
    }

    int from() {
      return from;
    }

    int to() {
      return to;
    }

    int length() {
      return to - from;
    }

    private void set(byte[] in, int start, int end) {
      bytes = in;
      from = start;
      to = end;
    }
  }

  private static final int MOST = 4;

  private final Field[] fields = {new Field(), new Field(), new Field(), new Field()};
  private int count;
  private String problem = "";

  /** Splits a line; false, with a {@link #problem}, if it has more than {@code most} fields. */
  boolean split(byte[] line, int start, int end, int most) {
    int limit = Math.min(most, MOST);
    count = 0;
    int at = start;
    while (true) {
      if (count == limit) {
        problem = "has more than %d columns".formatted(limit);
        return false;
      }
      int next = at < end && line[at] == '"' ? quoted(line, at + 1, end) : plain(line, at, end);
      if (next < 0) {
        return false;
      }
      count++;
      if (next == end) {
        return true;
      }
      at = next + 1;
    }
  }

  int count() {
    return count;
  }

  Field field(int column) {
    return fields[column];
  }

  String problem() {
    return problem;
  }

  /** The end of the field: a comma, or that of the line. */
  private int plain(byte[] line, int start, int end) {
    int comma = start;
    while (comma < end && line[comma] != ',') {
      comma++;
    }
    int from = start;
    int to = comma;
    while (from < to && isBlank(line[from])) {
      from++;
    }
    while (to > from && isBlank(line[to - 1])) {
      to--;
    }
    fields[count].set(line, from, to);
    return comma;
  }

  private int quoted(byte[] line, int start, int end) {
    byte[] text = new byte[end - start];
    int length = 0;
    int at = start;
    while (at < end) {
      if (line[at] != '"') {
        text[length++] = line[at++];
      } else if (at + 1 < end && line[at + 1] == '"') {
        text[length++] = '"';
        at += 2;
      } else {
        at++;
        if (at < end && line[at] != ',') {
          problem = "has text behind a closing quote";
          return -1;
        }
        fields[count].set(Arrays.copyOf(text, length), 0, length);
        return at;
      }
    }
    problem = "ends inside a quoted field";
    return -1;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
