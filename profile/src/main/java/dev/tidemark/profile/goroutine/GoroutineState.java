package dev.tidemark.profile.goroutine;

/**
 * What stands between the brackets of a goroutine's header, minutes and marks apart.
 *
 * @param reason {@link WaitReason#UNKNOWN} for a text that a newer Go may have added
 * @param text as written, such as {@code chan receive}
 * @param leaked whether the leak detector found that nothing can wake it ({@code (leaked)})
 */
public record GoroutineState(WaitReason reason, String text, boolean leaked) {
  /** Reads the text up to the first comma, such as {@code select (leaked) (scan)}. */
  static GoroutineState parse(String text) {
    String plain = withoutMark(withoutMark(text, " (durable)"), " (scan)");
    plain = withoutMark(withoutMark(plain, " (leaked)"), " (durable)");
    return new GoroutineState(WaitReason.of(plain), plain, text.contains("(leaked)"));
  }

  private static String withoutMark(String text, String mark) {
    return text.endsWith(mark) ? text.substring(0, text.length() - mark.length()) : text;
  }

  @Override
  public String toString() {
    return leaked ? text + " (leaked)" : text;
  }
}
