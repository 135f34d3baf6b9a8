package dev.tidemark.detect;

import dev.tidemark.profile.Frame;

/** The frame that names an allocation or a waiting goroutine, and why it was that one. */
public record Site(Frame frame, Choice choice) {
  /** Which frame of a stack was taken. */
  public enum Choice {
    /** The first one of the service's own code. */
    OWN,
    /** The innermost one: none is the service's own. */
    INNERMOST,
    /** The handler that serves profiles or metrics: memory of being looked at. */
    OBSERVER
  }

  public boolean isOwn() {
    return choice == Choice.OWN;
  }
}
