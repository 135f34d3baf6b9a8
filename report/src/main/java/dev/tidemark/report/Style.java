package dev.tidemark.report;

/** Emphasis of text: ANSI on a terminal that wants colour, nothing elsewhere. */
public enum Style {
  PLAIN,
  ANSI;

  public String strong(String text) {
    return wrap("1", text);
  }

  public String bad(String text) {
    return wrap("1;31", text);
  }

  public String good(String text) {
    return wrap("1;32", text);
  }

  public String unsure(String text) {
    return wrap("1;33", text);
  }

  public String faint(String text) {
    return wrap("2", text);
  }

  /** A line that may begin with the word {@code next}, which alone is strong. */
  String nextWord(String line) {
    String word = "next";
    return line.startsWith(word) ? strong(word) + line.substring(word.length()) : line;
  }

  private String wrap(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
