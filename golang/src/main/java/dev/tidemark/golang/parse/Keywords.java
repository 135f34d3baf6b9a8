package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.Token;

/**
 * Tells keywords from names by a perfect hash of their first two bytes and their length, so that a
 * name costs one look.
 */
final class Keywords {
  private static final Token[] BY_HASH = new Token[128];
  private static final byte[][] TEXTS = new byte[128][];

  static {
    for (Token token : Token.values()) {
      if (token.isKeyword()) {
        byte[] text = Texts.ascii(token.text());
        int hash = hash(text[0], text[1], text.length);
        if (TEXTS[hash] != null) {
          throw new AssertionError("two keywords of one hash: " + token + ", " + BY_HASH[hash]);
        }
        BY_HASH[hash] = token;
        TEXTS[hash] = text;
      }
    }
  }

  private Keywords() {}

  /** The keyword between two offsets at least two bytes apart, or {@link Token#IDENT}. */
  static Token find(byte[] bytes, int from, int to) {
    int hash = hash(bytes[from], bytes[from + 1], to - from);
    byte[] text = TEXTS[hash];
    if (text == null || text.length != to - from) {
      return Token.IDENT;
    }
    for (int i = 0; i < text.length; i++) {
      if (text[i] != bytes[from + i]) {
        return Token.IDENT;
      }
    }
    return BY_HASH[hash];
  }

  private static int hash(int first, int second, int length) {
    return first + second + length * 16 & 127;
  }
}
