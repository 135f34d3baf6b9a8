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
  private static final Functions CALLS =
      Functions.of(
          "context.WithCancel",
          "context.WithDeadline",
          "context.WithTimeout",
          "context.withCancel");

  @Override
  public String name() {
    return "lost-cancel";
  }

  @Override
  public String title() {
    return "contexts that can be cancelled are made and kept";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.callsItself(CALLS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen, CALLS, "call the cancel function on every path{in}: defer cancel()");
  }
}
