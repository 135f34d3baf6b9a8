package dev.tidemark.golang.parse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Bytes of a file as text. */
final class Texts {
  private Texts() {}

  static String of(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, UTF_8);
  }

  static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** {@code U+0023 '#'}, as Go's tools name a character. */
  static String quoted(int codePoint) {
    return codePoint < 0
        ? "U+FFFD"
        : codePoint < 0x20
            ? "U+%04X".formatted(codePoint)
            : "U+%04X '%s'".formatted(codePoint, Character.toString(codePoint));
  }
}
