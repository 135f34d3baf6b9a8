package dev.tidemark.diagnose.shape;

/**
 * An io.Pipe one side of which returned without closing: the other waits for ever.
 *
 * <pre>{@code
 * r, w := io.Pipe()                         r, w := io.Pipe()
 * go export(w)                              go export(w)
 * head := firstLines(r)                     defer r.Close()  // fine: writes fail
 * return head  // found: export writes on   head := firstLines(r)
 *                                           return head
 * }</pre>
 */
final class AbandonedPipe implements Shape {
  @Override
  public String name() {
    return "abandoned-pipe";
  }

  @Override
  public String title() {
    return "goroutines pile up at an io.Pipe, waiting for its other side";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.stack().has("io.(*pipe).");
  }

  @Override
  public String fix(Sighting seen) {
    return seen.stack().has("io.(*pipe).write")
        ? Fix.in(seen, "defer Close() of the PipeReader wherever it is read: the writer waits{in}")
        : Fix.in(
            seen,
            "CloseWithError the PipeWriter on every path of its writer: the reader waits{in}");
  }
}
