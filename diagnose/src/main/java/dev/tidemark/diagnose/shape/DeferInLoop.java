package dev.tidemark.diagnose.shape;

/**
 * A defer in a loop of a function that runs for long.
 *
 * <pre>{@code
 * for job := range jobs {           for job := range jobs {
 *     f, err := os.Open(job.path)       func() {
 *     defer f.Close()  // found             f, err := os.Open(job.path)
 *     handle(f)                             defer f.Close()  // fine
 * }                                         handle(f)
 *                                       }()
 *                                   }
 * }</pre>
 */
final class DeferInLoop implements Shape {
  @Override
  public String name() {
    return "defer-in-loop";
  }

  @Override
  public String title() {
    return "deferred calls pile up in a function that does not return";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.stack()
        .has(
            "runtime.newdefer",
            "runtime.deferproc",
            "runtime.deferconvert",
            "runtime.deferrangefunc");
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.in(
        seen, "put the body of the loop into a function of its own{in}, so that its defers run");
  }
}
