package dev.tidemark.profile.goroutine;

import java.util.Arrays;
import java.util.Set;

/**
 * What a log puts before each line of a dump, learned from the dump's first header.
 *
 * <pre>
 *   2026-11-24T02:48:58.123456789Z stderr F goroutine 1 [running]:     Kubernetes, docker logs -t
 *   Nov 24 02:48:58 host app[123]: goroutine 1 [running]:              journald, syslog
 *   web-1  | goroutine 1 [running]:                                    docker compose
 * </pre>
 *
 * <p>On the next lines the digits of a time may differ, and nothing else: another host, process or
 * container is another prefix, and its lines are not the dump's.
 */
final class LogPrefix {
  static final LogPrefix NONE = new LogPrefix(new byte[0], 0, 0);

  /** Longer is no prefix but a line that speaks of goroutines. */
  static final int MAX_LENGTH = 256;

  private static final Set<String> DATE_WORDS =
      Set.of(
          "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Mon",
          "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private static final int EXACT = 0;
  private static final int TIME = 1;
  private static final int DATE_WORD = 2;
  private static final int SPACES = 3;

  private final byte[] prefix;
  private final byte[] kind;

  private LogPrefix(byte[] bytes, int from, int to) {
    this.prefix = Arrays.copyOfRange(bytes, from, to);
    this.kind = new byte[prefix.length];
    int start = 0;
    while (start < prefix.length) {
      boolean space = prefix[start] == ' ';
      int end = start;
      while (end < prefix.length && (prefix[end] == ' ') == space) {
        end++;
      }
      int chunkKind = space ? (end < prefix.length ? SPACES : EXACT) : kindOfWord(start, end);
      Arrays.fill(kind, start, end, (byte) chunkKind);
      start = end;
    }
  }

  static LogPrefix of(byte[] bytes, int from, int to) {
    return from == to ? NONE : new LogPrefix(bytes, from, to);
  }

  boolean isNone() {
    return prefix.length == 0;
  }

  private int kindOfWord(int start, int end) {
    if (DATE_WORDS.contains(Bytes.text(prefix, start, end))) {
      return DATE_WORD;
    }
    boolean clock = false;
    boolean onlyTime = true;
    for (int i = start; i < end; i++) {
      byte b = prefix[i];
      clock |= b == ':' && i > start + 1 && i + 2 < end && areClockDigits(i);
      onlyTime &= Bytes.isDigit(b) || ":-./,TZ+[]".indexOf(b) >= 0;
    }
    int digits = Bytes.digitsEnd(prefix, start, end) - start;
    // A bare number is a day of the month or seconds since 1970; others, a pid say, stay the same.
    boolean number = digits == end - start && (digits <= 2 || digits >= 10);
    boolean date = onlyTime && digits > 0 && digits < end - start;
    return clock || number || date ? TIME : EXACT;
  }

  private boolean areClockDigits(int colon) {
    return Bytes.isDigit(prefix[colon - 1])
        && Bytes.isDigit(prefix[colon - 2])
        && Bytes.isDigit(prefix[colon + 1])
        && Bytes.isDigit(prefix[colon + 2]);
  }

  /** Where the text of a line starts, or −1 if the line does not have this prefix. */
  int matchEnd(byte[] bytes, int from, int to) {
    int at = from;
    int i = 0;
    while (i < prefix.length) {
      if (at >= to) {
        return isTrailingSpace(i) ? to : -1;
      }
      byte expected = prefix[i];
      if (kind[i] == SPACES) {
        at = spacesEnd(bytes, at, to);
        i = spacesEnd(prefix, i, prefix.length);
        if (at == from || bytes[at - 1] != ' ') {
          return -1;
        }
      } else if (kind[i] == TIME && Bytes.isDigit(expected) && Bytes.isDigit(bytes[at])) {
        at = Bytes.digitsEnd(bytes, at, to);
        i = Bytes.digitsEnd(prefix, i, prefix.length);
      } else if (kind[i] == DATE_WORD && i + 3 <= prefix.length && at + 3 <= to) {
        if (!DATE_WORDS.contains(Bytes.text(bytes, at, at + 3))) {
          return -1;
        }
        at += 3;
        i += 3;
      } else if (bytes[at] == expected) {
        at++;
        i++;
      } else {
        return -1;
      }
    }
    return at;
  }

  private static int spacesEnd(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] == ' ') {
      i++;
    }
    return i;
  }

  /** Many shippers trim lines, so the prefix of an empty line may lack its last spaces. */
  private boolean isTrailingSpace(int from) {
    return spacesEnd(prefix, from, prefix.length) == prefix.length;
  }
}
