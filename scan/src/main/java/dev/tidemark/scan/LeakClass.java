package dev.tidemark.scan;

/** What a finding costs a service. */
public enum LeakClass {
  /** Memory or goroutines grow without bound. Fails a build. */
  LEAK,
  /** It costs its rate times the time it lasts, then goes away. */
  BOUNDED,
  /** It is not clean, and does no harm by itself. */
  HYGIENE
}
