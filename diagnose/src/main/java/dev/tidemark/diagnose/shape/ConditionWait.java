package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * A wait for a condition of which nobody tells that it has come.
 *
 * <pre>{@code
 * for !ready {                for !ready && ctx.Err() == nil {
 *     cond.Wait()  // found       cond.Wait()  // fine
 * }                           }
 *                             // elsewhere: context.AfterFunc(ctx, cond.Broadcast)
 * }</pre>
 */
final class ConditionWait implements Shape {
  @Override
  public String name() {
    return "condition-wait";
  }

  @Override
  public String title() {
    return "goroutines pile up, waiting for a sync.Cond";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.cause() == Cause.CONDITION;
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.ownOrClose(
        seen, "Broadcast whenever the condition waited for{in} changes, and when giving up");
  }
}
