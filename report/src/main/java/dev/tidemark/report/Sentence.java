package dev.tidemark.report;

/** An observation as a sentence of its own. */
final class Sentence {
  private Sentence() {}

  static String of(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
