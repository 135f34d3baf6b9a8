package dev.tidemark.report.html;

/**
 * Writes HTML. Whatever comes from a profile goes through {@link #text} or an attribute, and can be
 * nothing but text there.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder(1 << 14);

  /**
   * @param attributes names and values in turn
   */
  Markup open(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Markup close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  /** An element that holds text alone. */
  Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /** A space between what is inline, a new line in the source of the page. */
  Markup line() {
    out.append('\n');
    return this;
  }

  /** Of our own resources and encoders only: base64, scripts, styles, JSON of {@link PageJson}. */
  Markup trusted(String markup) {
    out.append(markup);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void escape(String text) {
    String shown = visible(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  /**
   * With what would not be seen, or would turn the text around it ("Trojan Source", Boucher and
   * Anderson 2021), shown as the replacement character.
   */
  static String visible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnseen(text, i)) {
        StringBuilder safe = new StringBuilder(text);
        for (int j = i; j < text.length(); j++) {
          if (isUnseen(text, j)) {
            safe.setCharAt(j, '\uFFFD');
          }
        }
        return safe.toString();
      }
    }
    return text;
  }

  private static boolean isUnseen(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x7F) {
      return c < ' ' && c != '\n' && c != '\t';
    }
    return c < 0xA0
        || c >= 0x200B && c <= 0x200F
        || c >= 0x2028 && c <= 0x202E
        || c >= 0x2060 && c <= 0x206F
        || c == 0xFEFF
        || Character.isSurrogate(c) && !isPaired(text, at);
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
