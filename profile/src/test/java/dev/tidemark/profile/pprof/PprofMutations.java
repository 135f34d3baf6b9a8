package dev.tidemark.profile.pprof;

import dev.tidemark.profile.pprof.Message.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Broken profiles out of whole ones: by bytes, and by structure with all else kept whole so that
 * the damage reaches the code behind the first checks. The same seed gives the same profiles.
 */
public final class PprofMutations {
  /** What is done to a profile. */
  public enum Kind {
    BYTES,
    TRUNCATED,
    LENGTH,
    NUMBER,
    REFERENCE,
    RETAGGED,
    DUPLICATED,
    REORDERED,
    REMOVED,
    NESTED,
    REPEATED,
    GZIP
  }

  private static final long[] EXTREMES = {
    0,
    1,
    -1,
    127,
    128,
    255,
    16_383,
    16_384,
    Integer.MAX_VALUE,
    1L << 31,
    1L << 32,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    0xffff_ffffL
  };
  private static final int MOST_BYTES = 64 << 10;

  private final Random random;
  private Kind kind = Kind.BYTES;

  public PprofMutations(long seed) {
    random = new Random(seed);
  }

  /** What the last mutation was. */
  public Kind kind() {
    return kind;
  }

  /** A file made from the inflated bytes of a whole profile: mostly gzip, some raw. */
  public byte[] next(byte[] inflated) {
    kind = Kind.values()[random.nextInt(Kind.values().length)];
    if (kind == Kind.GZIP) {
      return flipped(gzip(inflated));
    }
    byte[] mutated = inflated;
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      mutated = mutate(mutated);
    }
    mutated = mutated.length > MOST_BYTES ? Arrays.copyOf(mutated, MOST_BYTES) : mutated;
    return random.nextInt(20) == 0 ? mutated : gzip(mutated);
  }

  public static byte[] gzip(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(data.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(data);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private byte[] mutate(byte[] data) {
    if (data.length == 0 || kind == Kind.BYTES) {
      return flipped(data);
    }
    if (kind == Kind.TRUNCATED) {
      return Arrays.copyOf(data, random.nextInt(data.length));
    }
    List<Part> parts = Message.parts(data);
    return parts == null || parts.isEmpty() ? flipped(data) : structural(parts);
  }

  /** Changes a field here, or one inside a field that is itself a message. */
  private byte[] structural(List<Part> parts) {
    List<Part> changed = new ArrayList<>(parts);
    int at = random.nextInt(parts.size());
    Part part = parts.get(at);
    List<Part> inner = part.isBytes() && part.body().length > 0 ? Message.parts(part.body()) : null;
    if (inner != null && !inner.isEmpty() && random.nextInt(4) != 0) {
      changed.set(at, new Part(part.tag(), structural(inner)));
      return Message.bytes(changed);
    }
    switch (kind) {
      case LENGTH -> {
        return withLie(parts, at);
      }
      case NUMBER -> changed.set(at, withNumber(part, extreme()));
      case REFERENCE -> changed.set(at, withNumber(part, random.nextInt(2000) - 10));
      case RETAGGED ->
          changed.set(
              at,
              new Part(random.nextInt(4) == 0 ? extreme() : random.nextInt(16 * 8), part.body()));
      case DUPLICATED -> changed.add(random.nextInt(parts.size() + 1), part);
      case REORDERED -> Collections.shuffle(changed, random);
      case REMOVED -> changed.remove(at);
      case NESTED -> changed.set(at, new Part(part.tag() & ~7 | Wire.BYTES, nested(part.tag())));
      case REPEATED -> changed.addAll(at, Collections.nCopies(random.nextInt(2000), part));
      default -> changed.set(at, new Part(part.tag(), flipped(part.body())));
    }
    return Message.bytes(changed);
  }

  private byte[] withLie(List<Part> parts, int at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      long length = part.body().length;
      long lie = random.nextInt(3) == 0 ? extreme() : length + random.nextInt(21) - 10;
      Message.write(out, part, i == at ? lie : length);
    }
    return out.toByteArray();
  }

  /** A number field of another value; of a packed field one of its numbers. */
  private Part withNumber(Part part, long value) {
    Part number = Part.number(part.tag(), value);
    if (part.isNumber()) {
      return number;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    int at = part.body().length == 0 ? 0 : random.nextInt(part.body().length);
    packed.write(part.body(), 0, at);
    packed.writeBytes(number.body());
    int rest = Math.min(part.body().length, at + 1);
    packed.write(part.body(), rest, part.body().length - rest);
    return new Part(part.tag(), packed.toByteArray());
  }

  private byte[] nested(long tag) {
    byte[] body = new byte[0];
    int depth = random.nextInt(500);
    for (int i = 0; i < depth; i++) {
      body = Message.bytes(List.of(Part.bytes(tag & ~7 | Wire.BYTES, body)));
    }
    return body;
  }

  private long extreme() {
    return EXTREMES[random.nextInt(EXTREMES.length)];
  }

  /** Some bytes changed, put in or taken out. */
  private byte[] flipped(byte[] data) {
    byte[] changed = data.clone();
    int times = 1 + random.nextInt(8);
    for (int i = 0; i < times && changed.length > 0; i++) {
      int at = random.nextInt(changed.length);
      switch (random.nextInt(4)) {
        case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> changed[at] = (byte) random.nextInt(256);
        case 2 -> changed = spliced(changed, at, at, (byte) random.nextInt(256));
        default -> changed = spliced(changed, at, at + 1);
      }
    }
    return changed;
  }

  private static byte[] spliced(byte[] data, int from, int to, byte... put) {
    byte[] result = new byte[data.length - (to - from) + put.length];
    System.arraycopy(data, 0, result, 0, from);
    System.arraycopy(put, 0, result, from, put.length);
    System.arraycopy(data, to, result, from + put.length, data.length - to);
    return result;
  }
}
