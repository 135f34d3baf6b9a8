package dev.tidemark.diagnose.shape;

/**
 * A time.AfterFunc far in the future whose timer is not stopped when it has become useless.
 *
 * <pre>{@code
 * time.AfterFunc(24*time.Hour,   t := time.AfterFunc(24*time.Hour,
 *     order.expire)  // found        order.expire)
 *                                order.onDone(func() { t.Stop() })  // fine
 * }</pre>
 */
final class TimeAfterFunc implements Shape {
  private static final Functions CALLS = Functions.of("time.AfterFunc");

  @Override
  public String name() {
    return "time-afterfunc";
  }

  @Override
  public String title() {
    return "timers of time.AfterFunc are started and kept";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.callsItself(CALLS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen, CALLS, "keep the timer and Stop it when the work is done{in}, or shorten its delay");
  }
}
