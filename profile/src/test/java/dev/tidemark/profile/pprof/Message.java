package dev.tidemark.profile.pprof;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Protobuf wire data taken apart without any meaning, so that tests can change it and put it
 * together again with lengths that are true, or not.
 */
final class Message {
  /** One field; {@code body} is the number's bytes, or what a length-delimited field holds. */
  record Part(long tag, byte[] body) {
    boolean isNumber() {
      return (tag & 7) == Wire.VARINT;
    }

    boolean isBytes() {
      return (tag & 7) == Wire.BYTES;
    }

    static Part number(long tag, long value) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      varint(out, value);
      return new Part(tag, out.toByteArray());
    }

    static Part bytes(long tag, byte[] body) {
      return new Part(tag, body);
    }
  }

  private Message() {}

  /** The fields of a message, null if the bytes are none. */
  static @Nullable List<Part> parts(byte[] data) {
    List<Part> parts = new ArrayList<>();
    int[] at = {0};
    while (at[0] < data.length) {
      Long tag = varint(data, at);
      int from = at[0];
      if (tag == null || tag < 8) {
        return null;
      }
      switch ((int) (tag & 7)) {
        case Wire.VARINT -> {
          if (varint(data, at) == null) {
            return null;
          }
        }
        case Wire.BYTES -> {
          Long length = varint(data, at);
          from = at[0];
          if (length == null || length < 0 || length > data.length - from) {
            return null;
          }
          at[0] += (int) (long) length;
        }
        default -> {
          return null;
        }
      }
      byte[] body = new byte[at[0] - from];
      System.arraycopy(data, from, body, 0, body.length);
      parts.add(new Part(tag, body));
    }
    return parts;
  }

  static byte[] bytes(List<Part> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Part part : parts) {
      write(out, part, part.body().length);
    }
    return out.toByteArray();
  }

  /** Writes a field that claims to be of another length than it is. */
  static void write(ByteArrayOutputStream out, Part part, long claimedLength) {
    varint(out, part.tag());
    if (part.isBytes()) {
      varint(out, claimedLength);
    }
    out.writeBytes(part.body());
  }

  static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest | 0x80) & 0xff);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static @Nullable Long varint(byte[] data, int[] at) {
    long value = 0;
    for (int shift = 0; shift < 64 && at[0] < data.length; shift += 7) {
      byte b = data[at[0]++];
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    return null;
  }
}
