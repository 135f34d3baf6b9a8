package dev.tidemark.golang.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Bytes that are being written: numbers of variable length (LEB128), texts, parts with a length.
 */
final class Bytes {
  private byte[] bytes = new byte[256];
  private int size;

  void write(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) value;
  }

  /** Not negative. */
  void number(long value) {
    long rest = value;
    while (rest >= 0x80 || rest < 0) {
      write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    write((int) rest);
  }

  void text(String text) {
    bytes(text.getBytes(UTF_8));
  }

  void bytes(byte[] part) {
    number(part.length);
    raw(part);
  }

  void raw(byte[] part) {
    for (byte value : part) {
      write(value);
    }
  }

  /** A part that can be skipped. */
  void part(Bytes part) {
    number(part.size);
    for (int i = 0; i < part.size; i++) {
      write(part.bytes[i]);
    }
  }

  int size() {
    return size;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }
}
