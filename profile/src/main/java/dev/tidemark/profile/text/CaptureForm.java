package dev.tidemark.profile.text;

/** What some bytes are, told by what they say and by nothing else. */
public enum CaptureForm {
  /** A pprof protobuf, gzip or not, or gzip with anything in it. */
  PPROF,
  /** {@code heap?debug=1}, {@code allocs?debug=1}: {@link TextHeap}. */
  HEAP_TEXT,
  /** {@code goroutine?debug=1}: {@link TextCounts}. */
  GOROUTINE_TEXT,
  /** Another count profile with {@code ?debug=1}: {@link TextCounts}. */
  COUNT_TEXT,
  /** {@code block?debug=1}, {@code mutex?debug=1}: {@link TextContentions}. */
  CONTENTION_TEXT,
  /**
   * {@code goroutine?debug=2}, SIGQUIT, a panic: {@link
   * dev.tidemark.profile.goroutine.GoroutineDump}.
   */
  GOROUTINE_DUMP,
  /** A log with {@code GODEBUG=gctrace=1}: {@link GcTrace}. */
  GC_TRACE,
  /** Prometheus or OpenMetrics text. */
  METRICS,
  /** A CSV of series of many targets: no capture of one process. */
  SERIES,
  UNKNOWN;

  /** How much of an input is looked at. */
  public static final int HEAD_BYTES = 64 << 10;

  /**
   * Tells the form from the first {@link #HEAD_BYTES} of the data after inflation; from more, only
   * those are read. A log that begins with more than that of something else is {@link #UNKNOWN}.
   */
  public static CaptureForm of(byte[] head) {
    return new FormDetector(head).form();
  }
}
