package dev.tidemark.profile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Damages inputs, the same way for the same seed: bytes (flipped, deleted, doubled, cut off),
 * numbers (inflated), and in text lines (deleted, doubled, swapped).
 */
public final class Mutator {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "4294967295",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999999",
          "0x",
          "1e400");

  private final SplittableRandom random;

  public Mutator(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** How many mutations a format gets: system property {@code tidemark.mutations}. */
  public static int rounds() {
    return Integer.getInteger("tidemark.mutations", 10_000);
  }

  /** One to four changes to binary data. */
  public byte[] bytes(byte[] original) {
    byte[] changed = original.clone();
    for (int i = random.nextInt(1, 5); i > 0 && changed.length > 0; i--) {
      changed = byteChange(changed);
    }
    return changed;
  }

  /** One to four changes to text. */
  public byte[] text(byte[] original) {
    byte[] changed = original.clone();
    for (int i = random.nextInt(1, 5); i > 0 && changed.length > 0; i--) {
      changed =
          switch (random.nextInt(3)) {
            case 0 -> byteChange(changed);
            case 1 -> numberChange(changed);
            default -> lineChange(changed);
          };
    }
    return changed;
  }

  private byte[] byteChange(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 << random.nextInt(10));
    return switch (random.nextInt(6)) {
      case 0 -> {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        yield bytes;
      }
      case 1 -> {
        bytes[at] = (byte) random.nextInt(256);
        yield bytes;
      }
      case 2 -> joined(bytes, 0, at, bytes, at + length, bytes.length);
      case 3 -> joined(bytes, 0, at + length, bytes, at, bytes.length);
      case 4 -> Arrays.copyOf(bytes, at);
      default -> {
        // The largest varint, or simply noise in text.
        byte[] full = new byte[random.nextInt(1, 11)];
        Arrays.fill(full, (byte) 0xff);
        yield joined(joined(bytes, 0, at, full, 0, full.length), bytes, at);
      }
    };
  }

  private byte[] numberChange(byte[] bytes) {
    int start = random.nextInt(bytes.length);
    while (start < bytes.length && !isDigit(bytes[start])) {
      start++;
    }
    int end = start;
    while (end < bytes.length && isDigit(bytes[end])) {
      end++;
    }
    byte[] number = NUMBERS.get(random.nextInt(NUMBERS.size())).getBytes(StandardCharsets.US_ASCII);
    return joined(joined(bytes, 0, start, number, 0, number.length), bytes, end);
  }

  private byte[] lineChange(byte[] bytes) {
    List<String> lines =
        new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
    int line = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(random.nextInt(lines.size()), lines.get(line));
      case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
      default -> lines.set(line, lines.get(line).repeat(random.nextInt(1, 50)));
    }
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static byte[] joined(byte[] first, byte[] second, int from) {
    return joined(first, 0, first.length, second, from, second.length);
  }

  private static byte[] joined(
      byte[] first, int firstFrom, int firstTo, byte[] second, int secondFrom, int secondTo) {
    byte[] joined =
        Arrays.copyOf(
            Arrays.copyOfRange(first, firstFrom, firstTo),
            firstTo - firstFrom + secondTo - secondFrom);
    System.arraycopy(second, secondFrom, joined, firstTo - firstFrom, secondTo - secondFrom);
    return joined;
  }
}
