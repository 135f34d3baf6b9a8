package dev.tidemark.cli;

/**
 * One thing that was looked at.
 *
 * @param found what there is, in a few words
 * @param advice what to do; empty if nothing need be done
 */
record Check(String name, Outcome outcome, String found, String advice) {

  /** How it stands. */
  enum Outcome {
    OK("ok"),
    /** Works, but could be better, or is needed for some jobs only. */
    NOTE("note"),
    MISSING("missing");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static Check ok(String name, String found) {
    return new Check(name, Outcome.OK, found, "");
  }

  static Check note(String name, String found, String advice) {
    return new Check(name, Outcome.NOTE, found, advice);
  }

  static Check missing(String name, String found, String advice) {
    return new Check(name, Outcome.MISSING, found, advice);
  }
}
