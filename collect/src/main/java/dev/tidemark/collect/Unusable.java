package dev.tidemark.collect;

/** A capture that can't be used, in a sentence for the user that does not repeat its name. */
public final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  public Unusable(String message) {
    super(message);
  }
}
