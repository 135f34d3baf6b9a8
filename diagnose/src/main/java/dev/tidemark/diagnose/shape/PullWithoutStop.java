package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * A pulled iterator that is neither drained nor stopped.
 *
 * <pre>{@code
 * next, stop := iter.Pull(lines)   next, stop := iter.Pull(lines)
 * _ = stop                         defer stop()  // fine
 * first, ok := next()              first, ok := next()
 * return first  // found           return first
 * }</pre>
 */
final class PullWithoutStop implements Shape {
  private static final Functions PULLS = Functions.of("iter.Pull");

  @Override
  public String name() {
    return "pull-without-stop";
  }

  @Override
  public String title() {
    return "iterators of iter.Pull are not stopped";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.cause() == Cause.COROUTINE || goroutines.stack().has(PULLS);
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.calls(PULLS);
  }

  @Override
  public String fix(Sighting seen) {
    String caller = seen.around().ownCallerOf(PULLS);
    return Fix.at(caller, "call defer stop() right after next, stop := iter.Pull(…){in}");
  }
}
