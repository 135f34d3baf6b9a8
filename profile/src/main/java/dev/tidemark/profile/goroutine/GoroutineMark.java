package dev.tidemark.profile.goroutine;

/** What else a dump says of one goroutine; a set of these is kept as bits. */
public enum GoroutineMark {
  /** {@code (scan)}: the collector was scanning its stack. */
  SCAN,
  LOCKED_TO_THREAD,
  /** In a testing/synctest bubble. */
  SYNCTEST,
  /** {@code ...N frames elided...}: the middle of its stack is missing. */
  FRAMES_ELIDED,
  /** {@code goroutine running on other thread; stack unavailable}. */
  STACK_UNAVAILABLE,
  /** The dump ends inside of it. */
  CUT;

  int bit() {
    return 1 << ordinal();
  }
}
