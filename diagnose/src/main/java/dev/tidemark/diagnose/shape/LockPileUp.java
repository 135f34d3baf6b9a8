package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * A lock that is held while waiting, or is not given back on some path.
 *
 * <pre>{@code
 * mu.Lock()                        mu.Lock()
 * if err := load(); err != nil {   defer mu.Unlock()  // fine
 *     return err  // found         if err := load(); err != nil {
 * }                                    return err
 * mu.Unlock()                      }
 * }</pre>
 */
final class LockPileUp implements Shape {
  @Override
  public String name() {
    return "lock-pile-up";
  }

  @Override
  public String title() {
    return "goroutines pile up, waiting for a lock";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.cause() == Cause.LOCK;
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.in(
        seen, "defer Unlock in whoever holds the lock waited for{in}, and do no I/O under it");
  }
}
