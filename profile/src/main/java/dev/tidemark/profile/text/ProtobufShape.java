package dev.tidemark.profile.text;

/**
 * Whether bytes are fields of a pprof profile (google/pprof proto/profile.proto): numbers and wire
 * types as there, one after the other up to the end of what there is to see.
 */
final class ProtobufShape {
  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;

  private final byte[] head;
  private int at;

  ProtobufShape(byte[] head) {
    this.head = head;
  }

  boolean isProfile() {
    int fields = 0;
    while (at < head.length) {
      long tag = varint();
      if (tag < 0 || !isKnown(tag >>> 3, (int) tag & 7)) {
        return fields > 1 && at >= head.length;
      }
      long value = varint();
      if (value < 0) {
        return fields > 1;
      }
      fields++;
      if (((int) tag & 7) == LENGTH_DELIMITED) {
        if (value > head.length - at) {
          // The field is larger than the head, or this is text: a newline is a tag too.
          return fields > 1 && head.length >= CaptureForm.HEAD_BYTES;
        }
        at += (int) value;
      }
    }
    return fields > 0;
  }

  private static boolean isKnown(long field, int wireType) {
    return switch ((int) Math.min(field, 99)) {
      case 1, 2, 3, 4, 5, 6, 11 -> wireType == LENGTH_DELIMITED;
      case 7, 8, 9, 10, 12, 14, 15 -> wireType == VARINT;
      case 13 -> wireType == VARINT || wireType == LENGTH_DELIMITED;
      default -> false;
    };
  }

  /** −1 where there is none. */
  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 63 && at < head.length; shift += 7) {
      byte b = head[at++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    return -1;
  }
}
