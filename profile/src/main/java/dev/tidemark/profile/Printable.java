package dev.tidemark.profile;

/** Text of a file nobody vouches for, made safe to show: a terminal obeys control characters. */
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
    return c < ' ' || c >= 0x7f && c < 0xa0;
  }
}
