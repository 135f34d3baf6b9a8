package dev.tidemark.diagnose.shape;

/** Texts of fixes, which name the function to change where it is known and the line has room. */
final class Fix {
  private static final int LONGEST = 140;
  private static final String PLACE = "{in}";

  private Fix() {}

  /** The text with {@code {in}} replaced by " in" and the function of a sighting, or by nothing. */
  static String in(Sighting seen, String text) {
    return at(seen.where(), text);
  }

  /** The same with the function that made such a call. */
  static String inCallerOf(Sighting seen, Functions functions, String text) {
    return at(seen.callerOf(functions), text);
  }

  static String at(String function, String text) {
    String full = text.replace(PLACE, function.isEmpty() ? "" : " in " + function);
    return full.length() <= LONGEST ? full : text.replace(PLACE, "");
  }

  /**
   * The text for waits of the service's own code; those of a library end with what started them.
   */
  static String ownOrClose(Sighting seen, String text) {
    return seen.isOwn()
        ? in(seen, text)
        : in(seen, "close what started them{in} when done: goroutines of " + seen.packageName());
  }
}
