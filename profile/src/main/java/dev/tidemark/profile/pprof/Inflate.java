package dev.tidemark.profile.pprof;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Gzip (RFC 1952) from bytes to bytes, all members of a file. {@code GZIPInputStream} is not used
 * because it neither says where the data is broken nor sizes its output by the trailer.
 */
public final class Inflate {
  private static final int FIXED_HEADER = 10;
  private static final int TRAILER = 8;
  private static final int FLAG_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;
  // Deflate can't expand more than this (zlib technical notes: 1032:1 is the limit).
  private static final long LARGEST_RATIO = 1032;
  private static final long LIKELY_RATIO = 32;

  private Inflate() {}

  public static boolean isGzip(byte[] bytes) {
    return bytes.length >= 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  /** The data inside, or the input itself when it is not gzip. */
  public static byte[] ifCompressed(byte[] bytes, Limits limits) throws MalformedProfileException {
    if (bytes.length > limits.inputBytes()) {
      throw new MalformedProfileException(
          limits.inputBytes(), "input of %,d bytes is over the limit".formatted(bytes.length));
    }
    return isGzip(bytes) ? inflate(bytes, limits) : bytes;
  }

  private static byte[] inflate(byte[] in, Limits limits) throws MalformedProfileException {
    long most = Math.min(limits.inflatedBytes(), in.length * LARGEST_RATIO);
    most = Math.min(most, Integer.MAX_VALUE - 8);
    // The last trailer holds the size of the last member, which mostly is the only one; a lie
    // only costs a copy, for it is believed up to a ratio that profiles have.
    long believed = Math.min(littleEndian(in, in.length - 4), in.length * LIKELY_RATIO);
    int expected = (int) Math.min(most, Math.max(64, believed));
    byte[] out = new byte[expected];
    int length = 0;
    int at = 0;
    Inflater inflater = new Inflater(true);
    CRC32 crc = new CRC32();
    try {
      while (at < in.length) {
        if (at > 0 && onlyZeros(in, at)) {
          break;
        }
        int start = headerEnd(in, at);
        int memberStart = length;
        inflater.reset();
        inflater.setInput(in, start, in.length - start);
        while (!inflater.finished()) {
          if (length == out.length) {
            // A full buffer may still be complete: ask for one more byte before growing.
            byte[] probe = new byte[1];
            int more = inflater.inflate(probe);
            if (more == 0 && inflater.finished()) {
              break;
            }
            if (more > 0) {
              if (length >= most) {
                throw new MalformedProfileException(
                    at, "inflates to more than the limit of %,d bytes".formatted(most));
              }
              out = Arrays.copyOf(out, (int) Math.min(most, Math.max(256, out.length * 2L)));
              out[length++] = probe[0];
            } else {
              requireProgress(inflater, in.length);
            }
            continue;
          }
          int read = inflater.inflate(out, length, out.length - length);
          length += read;
          if (read == 0 && !inflater.finished()) {
            requireProgress(inflater, in.length);
          }
        }
        int trailer = in.length - inflater.getRemaining();
        if (trailer + TRAILER > in.length) {
          throw new MalformedProfileException(
              in.length, "ends inside the gzip trailer: the file was cut");
        }
        crc.reset();
        crc.update(out, memberStart, length - memberStart);
        if (crc.getValue() != littleEndian(in, trailer)) {
          throw new MalformedProfileException(trailer, "gzip checksum does not match the data");
        }
        if (((length - memberStart) & 0xffffffffL) != littleEndian(in, trailer + 4)) {
          throw new MalformedProfileException(trailer + 4, "gzip length does not match the data");
        }
        at = trailer + TRAILER;
      }
    } catch (DataFormatException broken) {
      throw new MalformedProfileException(
          Math.max(0, in.length - inflater.getRemaining()),
          "broken deflate data" + (broken.getMessage() == null ? "" : ": " + broken.getMessage()));
    } finally {
      inflater.end();
    }
    return length == out.length ? out : Arrays.copyOf(out, length);
  }

  private static void requireProgress(Inflater inflater, int end) throws MalformedProfileException {
    if (inflater.needsDictionary()) {
      throw new MalformedProfileException(
          end - inflater.getRemaining(), "deflate data asks for a dictionary");
    }
    if (inflater.needsInput()) {
      throw new MalformedProfileException(end, "ends inside the gzip data: the file was cut");
    }
  }

  private static int headerEnd(byte[] in, int at) throws MalformedProfileException {
    if (in.length - at < FIXED_HEADER || (in[at] & 0xff) != 0x1f || (in[at + 1] & 0xff) != 0x8b) {
      throw new MalformedProfileException(at, "not a gzip header");
    }
    if (in[at + 2] != 8) {
      throw new MalformedProfileException(at + 2, "unknown compression method " + in[at + 2]);
    }
    int flags = in[at + 3];
    int end = at + FIXED_HEADER;
    if ((flags & FLAG_EXTRA) != 0) {
      if (end + 2 > in.length) {
        throw new MalformedProfileException(end, "ends inside the gzip header");
      }
      end += 2 + ((in[end] & 0xff) | (in[end + 1] & 0xff) << 8);
    }
    if ((flags & FLAG_NAME) != 0) {
      end = afterZero(in, end);
    }
    if ((flags & FLAG_COMMENT) != 0) {
      end = afterZero(in, end);
    }
    if ((flags & FLAG_CRC) != 0) {
      end += 2;
    }
    if (end > in.length) {
      throw new MalformedProfileException(in.length, "ends inside the gzip header");
    }
    return end;
  }

  private static int afterZero(byte[] in, int from) {
    int at = from;
    while (at < in.length && in[at] != 0) {
      at++;
    }
    return at + 1;
  }

  private static boolean onlyZeros(byte[] in, int from) {
    for (int i = from; i < in.length; i++) {
      if (in[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static long littleEndian(byte[] in, int at) {
    if (at < 0 || at + 4 > in.length) {
      return 0;
    }
    return (in[at] & 0xffL)
        | (in[at + 1] & 0xffL) << 8
        | (in[at + 2] & 0xffL) << 16
        | (in[at + 3] & 0xffL) << 24;
  }
}
