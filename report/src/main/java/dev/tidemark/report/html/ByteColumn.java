package dev.tidemark.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Bytes that are written one after the other: variable-length numbers, seven bits a byte, low
 * first.
 */
final class ByteColumn {
  private byte[] bytes = new byte[1 << 12];
  private int count;

  void number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[count++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[count++] = (byte) rest;
  }

  void numbers(int[] values) {
    for (int value : values) {
      number(value);
    }
  }

  void numbers(long[] values) {
    for (long value : values) {
      number(value);
    }
  }

  /** Its length in bytes, then UTF-8. */
  void text(String text) {
    byte[] encoded = text.getBytes(UTF_8);
    number(encoded.length);
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, count, encoded.length);
    count += encoded.length;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, count);
  }

  private void room(int more) {
    if (count + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(count + more, bytes.length * 2));
    }
  }
}
