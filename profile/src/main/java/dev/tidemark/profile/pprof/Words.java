package dev.tidemark.profile.pprof;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Protobuf's numbers, eight bytes at a time. A number ends at the first byte whose high bit is
 * clear, so a word says where its numbers end without a look at one byte after the other.
 */
final class Words {
  /** How many bytes a word has. */
  static final int SIZE = Long.BYTES;

  /** The bit of each byte that says that its number goes on. */
  static final long CONTINUES = 0x8080808080808080L;

  private static final VarHandle LITTLE_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Words() {}

  /** The eight bytes from {@code at} on, the first one lowest. */
  static long at(byte[] data, int at) {
    return (long) LITTLE_ENDIAN.get(data, at);
  }

  /** All bits of the first {@code bytes} bytes of a word, one to eight. */
  static long first(int bytes) {
    // Java takes a distance modulo 64.
    return -1L >>> -8 * bytes;
  }

  /** How many bytes the first number of a word has, more than eight if it does not end there. */
  static int numberLength(long word) {
    return 1 + (Long.numberOfTrailingZeros(~word & CONTINUES) >>> 3);
  }

  /** The number in the first one to eight bytes of a word: groups of seven bits, lowest first. */
  static long number(long word, int bytes) {
    long sevens = word & ~CONTINUES & first(bytes);
    // Pairs of neighbours move together, then pairs of pairs, then the two halves.
    long fourteens = sevens & 0x007f007f007f007fL | (sevens & 0x7f007f007f007f00L) >>> 1;
    long halves = fourteens & 0x00003fff00003fffL | (fourteens & 0x3fff00003fff0000L) >>> 2;
    return halves & 0x000000000fffffffL | (halves & 0x0fffffff00000000L) >>> 4;
  }
}
