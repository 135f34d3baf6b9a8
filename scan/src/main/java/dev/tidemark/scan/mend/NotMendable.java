package dev.tidemark.scan.mend;

/** A finding that no machine should mend; the message says why. */
final class NotMendable extends Exception {
  private static final long serialVersionUID = 1;

  NotMendable(String why) {
    super(why, null, false, false);
  }
}
