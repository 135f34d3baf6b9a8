package dev.tidemark.profile.pprof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Writes protobuf wire data into a growing array. */
final class WireWriter {
  private byte[] data = new byte[256];
  private int length;

  void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
  }

  /** A number field; 0 is the default and left out. */
  void number(int tag, long value) {
    if (value != 0) {
      varint(tag);
      varint(value);
    }
  }

  void text(int tag, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    varint(tag);
    varint(bytes.length);
    append(bytes, bytes.length);
  }

  void message(int tag, WireWriter inner) {
    varint(tag);
    varint(inner.length);
    append(inner.data, inner.length);
  }

  WireWriter cleared() {
    length = 0;
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(data, length);
  }

  private void append(byte[] bytes, int count) {
    ensure(count);
    System.arraycopy(bytes, 0, data, length, count);
    length += count;
  }

  private void put(byte b) {
    ensure(1);
    data[length++] = b;
  }

  private void ensure(int more) {
    if (length + more > data.length) {
      data = Arrays.copyOf(data, Math.max(length + more, data.length * 2));
    }
  }
}
