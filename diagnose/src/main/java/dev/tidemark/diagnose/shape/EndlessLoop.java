package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * A loop that polls or ticks and never looks whether it should end.
 *
 * <pre>{@code
 * go func() {                              go func() {
 *     for range time.Tick(time.Second) {       for {
 *         poll()  // found                         select {
 *     }                                            case <-ticker.C: poll()
 * }()                                              case <-ctx.Done(): return  // fine
 *                                                  }
 *                                              }
 *                                          }()
 * }</pre>
 */
final class EndlessLoop implements Shape {
  @Override
  public String name() {
    return "endless-loop";
  }

  @Override
  public String title() {
    return "goroutines wake again and again and never end";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.wakesAgain() || goroutines.cause() == Cause.TIMER;
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.ownOrClose(
        (GoroutineSighting) seen, "return when ctx.Done() is closed in the loop{in}");
  }
}
