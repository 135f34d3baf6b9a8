package dev.tidemark.golang.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads what {@link Bytes} wrote, from a place on. Broken bytes are a {@link BrokenSummary}. */
final class Input {
  private final byte[] bytes;
  private int at;
  private final int end;

  Input(byte[] bytes, int from, int end) {
    if (from < 0 || end > bytes.length || from > end) {
      throw new BrokenSummary(from);
    }
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  int read() {
    if (at >= end) {
      throw new BrokenSummary(at);
    }
    return bytes[at++] & 0xFF;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = read();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new BrokenSummary(at);
  }

  /** How many of something follow, each of at least a byte. */
  int count() {
    long value = number();
    if (value < 0 || value > end - at) {
      throw new BrokenSummary(at);
    }
    return (int) value;
  }

  /** How many bytes of another part something takes. */
  int count(Input of) {
    long value = number();
    if (value < 0 || value > of.end - of.at) {
      throw new BrokenSummary(at);
    }
    return (int) value;
  }

  /** The next bytes; this goes on behind them. */
  Input take(int length) {
    Input part = new Input(bytes, at, at + length);
    at += length;
    return part;
  }

  /** A number within a range. */
  int below(int limit) {
    long value = number();
    if (value < 0 || value >= limit) {
      throw new BrokenSummary(at);
    }
    return (int) value;
  }

  String text() {
    int length = count();
    String text = new String(bytes, at, length, UTF_8);
    at += length;
    return text;
  }

  byte[] bytes() {
    int length = count();
    byte[] part = java.util.Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return part;
  }

  /** The part that follows; this goes on behind it. */
  Input part() {
    return take(count());
  }

  /** The same place, to be read from again. */
  Input copy() {
    return new Input(bytes, at, end);
  }

  /** Where it stands in the bytes. */
  int position() {
    return at;
  }
}
