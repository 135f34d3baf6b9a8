package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * A goroutine that receives from a channel to which nobody sends and which nobody closes.
 *
 * <pre>{@code
 * go func() {                          go func() {
 *     for m := range out {  // found       for m := range out {  // fine
 *         write(m)                             write(m)
 *     }                                    }
 * }()                                  }()
 *                                      defer close(out)
 * }</pre>
 */
final class BlockedReceive implements Shape {
  @Override
  public String name() {
    return "blocked-receive";
  }

  @Override
  public String title() {
    return "goroutines are blocked in a channel receive that nothing comes from";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.cause() == Cause.CHANNEL_RECEIVE;
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.ownOrClose(
        seen,
        "close the channel when its sender ends, or select on ctx.Done() beside the receive{in}");
  }
}
