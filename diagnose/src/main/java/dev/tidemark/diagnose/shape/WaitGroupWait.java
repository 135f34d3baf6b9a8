package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * A WaitGroup that one of its goroutines never leaves, or that was added to once too often.
 *
 * <pre>{@code
 * wg.Add(1)                            wg.Add(1)
 * go func() {                          go func() {
 *     if err := work(); err != nil {       defer wg.Done()  // fine
 *         return  // found                 if err := work(); err != nil {
 *     }                                        return
 *     wg.Done()                            }
 * }()                                  }()
 * }</pre>
 */
final class WaitGroupWait implements Shape {
  @Override
  public String name() {
    return "waitgroup-wait";
  }

  @Override
  public String title() {
    return "goroutines pile up, waiting for a sync.WaitGroup";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.cause() == Cause.WAIT_GROUP;
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.in(
        seen,
        "defer wg.Done() first in each goroutine (or wg.Go), and bound the work waited for{in}");
  }
}
