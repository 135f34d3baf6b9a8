package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * A goroutine that sends on a channel nobody reads any more.
 *
 * <pre>{@code
 * ch := make(chan T)                       ch := make(chan T, 1)
 * go func() { ch <- slow() }()  // found   go func() { ch <- slow() }()  // fine: has room
 * select {                                 select {
 * case v := <-ch: return v                 case v := <-ch: return v
 * case <-ctx.Done(): return err            case <-ctx.Done(): return err
 * }                                        }
 * }</pre>
 */
final class BlockedSend implements Shape {
  @Override
  public String name() {
    return "blocked-send";
  }

  @Override
  public String title() {
    return "goroutines are blocked in a channel send that nobody receives";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.cause() == Cause.CHANNEL_SEND;
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.ownOrClose(
        seen, "give the channel room for the value, or select on ctx.Done() beside the send{in}");
  }
}
