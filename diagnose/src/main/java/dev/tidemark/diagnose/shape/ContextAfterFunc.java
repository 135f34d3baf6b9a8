package dev.tidemark.diagnose.shape;

/**
 * context.AfterFunc on a context that lives long, whose stop is not called.
 *
 * <pre>{@code
 * context.AfterFunc(serverCtx,   stop := context.AfterFunc(serverCtx,
 *     sub.close)  // found           sub.close)
 *                                defer stop()  // fine
 * }</pre>
 */
final class ContextAfterFunc implements Shape {
  private static final Functions CALLS = Functions.of("context.AfterFunc");

  @Override
  public String name() {
    return "context-afterfunc";
  }

  @Override
  public String title() {
    return "functions registered by context.AfterFunc stay with their context";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.calls(CALLS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen, CALLS, "call the stop function that context.AfterFunc returned when done{in}");
  }
}
