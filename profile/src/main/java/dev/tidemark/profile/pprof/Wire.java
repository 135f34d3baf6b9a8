package dev.tidemark.profile.pprof;

import dev.tidemark.profile.MalformedProfileException;

/**
 * A cursor over protobuf wire data (protobuf.dev, "Encoding"). It moves within {@code [at, end)}
 * and says where what it finds is wrong.
 */
final class Wire {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  final byte[] data;
  int at;
  int end;

  Wire(byte[] data, int at, int end) {
    this.data = data;
    this.at = at;
    this.end = end;
  }

  boolean hasMore() {
    return at < end;
  }

  long varint() throws MalformedProfileException {
    if (at < end && data[at] >= 0) {
      return data[at++];
    }
    return longVarint();
  }

  private long longVarint() throws MalformedProfileException {
    long value = 0;
    int start = at;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at >= end) {
        throw new MalformedProfileException(start, "ends inside a number");
      }
      byte b = data[at++];
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new MalformedProfileException(start, "a number of more than 10 bytes");
  }

  /** Field number and wire type, as in {@code number << 3 | type}. */
  int tag() throws MalformedProfileException {
    int start = at;
    long tag = varint();
    if (tag < 8 || tag > 0xffffffffL || (tag >>> 3) > 0x1fffffff) {
      throw new MalformedProfileException(start, "not a field of a profile");
    }
    return (int) tag;
  }

  /** Whether the next tag is this one, of a single byte; if so, moves behind it. */
  boolean nextIs(int tag) {
    if (at < end && data[at] == tag) {
      at++;
      return true;
    }
    return false;
  }

  /** The length of a length-delimited field, checked to lie within this cursor. */
  int length() throws MalformedProfileException {
    int start = at;
    long length = varint();
    if (length < 0 || length > end - at) {
      throw new MalformedProfileException(
          start,
          "a field of %s bytes where %,d are left"
              .formatted(Long.toUnsignedString(length), end - at));
    }
    return (int) length;
  }

  /** A cursor over the next length-delimited field; this one moves behind it. */
  Wire message() throws MalformedProfileException {
    int length = length();
    Wire inner = new Wire(data, at, at + length);
    at += length;
    return inner;
  }

  void skip(int tag) throws MalformedProfileException {
    switch (tag & 7) {
      case VARINT -> varint();
      case FIXED64 -> advance(8);
      case BYTES -> {
        int length = length();
        at += length;
      }
      case FIXED32 -> advance(4);
      default -> throw new MalformedProfileException(at, "unknown wire type " + (tag & 7));
    }
  }

  private void advance(int bytes) throws MalformedProfileException {
    if (end - at < bytes) {
      throw new MalformedProfileException(at, "ends inside a number");
    }
    at += bytes;
  }

  MalformedProfileException wrongType(String field) {
    return new MalformedProfileException(
        at, field + " is not of the type that a profile has there");
  }
}
