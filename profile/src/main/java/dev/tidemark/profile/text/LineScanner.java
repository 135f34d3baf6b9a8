package dev.tidemark.profile.text;

import dev.tidemark.profile.MalformedProfileException;
import java.util.Arrays;

/** Reads numbers and signs of one line from left to right. */
final class LineScanner {
  private final Lines lines;
  private final String line;
  private int at;

  LineScanner(Lines lines) throws MalformedProfileException {
    if (lines.isCut()) {
      throw lines.malformed("a line of more than %,d bytes".formatted(Lines.MAX_LENGTH));
    }
    this.lines = lines;
    this.line = lines.line();
  }

  boolean atEnd() {
    skipSpace();
    return at >= line.length();
  }

  String rest() {
    return line.substring(at);
  }

  /** Goes past {@code sign}, if it stands here. */
  boolean skip(String sign) {
    skipSpace();
    if (!line.startsWith(sign, at)) {
      return false;
    }
    at += sign.length();
    return true;
  }

  void expect(String sign) throws MalformedProfileException {
    if (!skip(sign)) {
      throw lines.malformed("expected \"%s\" in \"%s\"".formatted(sign, shortened(line)));
    }
  }

  long number() throws MalformedProfileException {
    skipSpace();
    int start = at;
    if (at < line.length() && line.charAt(at) == '-') {
      at++;
    }
    while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
      at++;
    }
    try {
      return Long.parseLong(line, start, at, 10);
    } catch (NumberFormatException notANumber) {
      throw lines.malformed("expected a 64-bit number in \"%s\"".formatted(shortened(line)));
    }
  }

  /** All that is left: program counters as the runtime writes them, {@code 0x483f4e 0x415d3c}. */
  long[] addresses(int most) throws MalformedProfileException {
    long[] addresses = new long[16];
    int count = 0;
    while (!atEnd()) {
      expect("0x");
      int start = at;
      while (at < line.length() && Character.digit(line.charAt(at), 16) >= 0) {
        at++;
      }
      if (count >= most) {
        throw lines.malformed("a stack of more than %,d frames".formatted(most));
      }
      if (count == addresses.length) {
        addresses = Arrays.copyOf(addresses, count * 2);
      }
      try {
        addresses[count++] = Long.parseUnsignedLong(line, start, at, 16);
      } catch (NumberFormatException notAnAddress) {
        throw lines.malformed("expected an address in \"%s\"".formatted(shortened(line)));
      }
    }
    return Arrays.copyOf(addresses, count);
  }

  private void skipSpace() {
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
  }

  static String shortened(String line) {
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }
}
