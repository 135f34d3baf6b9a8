package dev.tidemark.diagnose.shape;

/**
 * Timers or tickers that are not stopped and are still referred to, or that an older Go keeps until
 * they fire.
 *
 * <pre>{@code
 * for {
 *     select {
 *     case e := <-events: use(e)
 *     case <-time.After(time.Hour):  // found
 *     }
 * }
 *
 * t := time.NewTimer(time.Hour)
 * defer t.Stop()
 * for {
 *     select {
 *     case e := <-events: use(e); t.Reset(time.Hour)
 *     case <-t.C:  // fine
 *     }
 * }
 * }</pre>
 */
final class KeptTimer implements Shape {
  private static final Functions CALLS =
      Functions.of("time.NewTimer", "time.NewTicker", "time.Tick", "time.After", "time.newTimer");
  private static final Functions AFTER_FUNC = Functions.of("time.AfterFunc");

  @Override
  public String name() {
    return "kept-timer";
  }

  @Override
  public String title() {
    return "timers or tickers are started and kept";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.callsItself(CALLS) && !heap.callsItself(AFTER_FUNC);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen,
        CALLS,
        "Stop each timer and ticker when done{in}, and reuse one in loops instead of time.After");
  }
}
