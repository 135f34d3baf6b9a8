package dev.tidemark.diagnose.shape;

/**
 * A context below a parent that lives long, whose cancel is not called.
 *
 * <pre>{@code
 * ctx, _ := context.WithTimeout(        ctx, cancel := context.WithTimeout(
 *     serverCtx, time.Hour)  // found       serverCtx, time.Hour)
 * go export(ctx)                        go func() { defer cancel(); export(ctx) }()
 * }</pre>
 */
final class LostCancel implements Shape {
  @Override
  public String name() {
    return "lost-cancel";
  }

  @Override
  public String title() {
    return "cancellable contexts are kept: not cancelled, below a long-lived parent";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.callsItself(
        "context.WithCancel", "context.WithDeadline", "context.WithTimeout", "context.withCancel");
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.in(seen, "call the cancel function on every path{in}: defer cancel()");
  }
}
