package dev.tidemark.profile.goroutine;

import java.nio.charset.StandardCharsets;

/** Small questions about ranges of the input. */
final class Bytes {
  private Bytes() {}

  static byte[] of(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  static boolean startsWith(byte[] bytes, int from, int to, byte[] start) {
    if (to - from < start.length || bytes[from] != start[0]) {
      return false;
    }
    for (int i = 1; i < start.length; i++) {
      if (bytes[from + i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  static boolean endsWith(byte[] bytes, int from, int to, byte[] end) {
    return to - from >= end.length && startsWith(bytes, to - end.length, to, end);
  }

  /** Where {@code wanted} first stands between {@code from} and {@code to}, or −1. */
  static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
    byte first = wanted[0];
    for (int i = from; i <= to - wanted.length; i++) {
      if (bytes[i] == first && startsWith(bytes, i, to, wanted)) {
        return i;
      }
    }
    return -1;
  }

  static int indexOf(byte[] bytes, int from, int to, char wanted) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** The end of the digits that start at {@code from}. */
  static int digitsEnd(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && isDigit(bytes[i])) {
      i++;
    }
    return i;
  }

  /** The number that these digits write, at most {@code largest}. */
  static long number(byte[] bytes, int from, int to, long largest) {
    long value = 0;
    for (int i = from; i < to; i++) {
      if (value > (largest - 9) / 10) {
        return largest;
      }
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
