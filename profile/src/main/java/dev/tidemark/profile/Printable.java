package dev.tidemark.profile;

/**
 * Text of a file nobody vouches for, made safe to show: a terminal obeys control characters, and
 * controls of writing direction make a name read as another one (Unicode Standard Annex 9; see
 * CVE-2021-42574).
 */
public final class Printable {
  private static final char REPLACEMENT = '\uFFFD';

  private Printable() {}

  /** The text itself where it has no control characters, else with each of them replaced. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      safe.append(isControl(text.charAt(i)) ? REPLACEMENT : text.charAt(i));
    }
    return safe.toString();
  }

  private static boolean isControl(char c) {
    return c < ' ' || c >= 0x7f && c < 0xa0 || c >= '\u061c' && turnsOrBreaks(c);
  }

  /** Marks, embeddings, overrides and isolates of direction; separators of lines and paragraphs. */
  private static boolean turnsOrBreaks(char c) {
    return c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || c >= '\u2028' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069';
  }
}
