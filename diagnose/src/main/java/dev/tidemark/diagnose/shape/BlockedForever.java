package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * A wait that nothing can end.
 *
 * <pre>{@code
 * var done chan struct{}                     done := make(chan struct{})
 * go func() { <-done; stop() }()  // found   go func() { <-done; stop() }()  // fine
 * }</pre>
 */
final class BlockedForever implements Shape {
  @Override
  public String name() {
    return "blocked-forever";
  }

  @Override
  public String title() {
    return "goroutines wait on a nil channel or an empty select: nothing can wake them";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.cause() == Cause.NOTHING_EVER;
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.ownOrClose(seen, "make the channel before it is used{in}, or wait for ctx.Done()");
  }
}
