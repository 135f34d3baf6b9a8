package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * Acquire of a semaphore whose holders do not release it on every path.
 *
 * <pre>{@code
 * sem.Acquire(ctx, 1)              if err := sem.Acquire(ctx, 1); err != nil {
 * if err := work(); err != nil {       return err
 *     return err  // found         }
 * }                                defer sem.Release(1)  // fine
 * sem.Release(1)                   return work()
 * }</pre>
 */
final class SemaphoreWait implements Shape {
  @Override
  public String name() {
    return "semaphore-wait";
  }

  @Override
  public String title() {
    return "goroutines pile up, waiting for a semaphore";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.stack().has("golang.org/x/sync/semaphore.(*Weighted).Acquire")
        || goroutines.cause() == Cause.SEMAPHORE;
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.in(seen, "release on every path (defer), and Acquire with a context that ends{in}");
  }
}
