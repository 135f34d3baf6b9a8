package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * A select without a case that is sure to come, such as the end of a context.
 *
 * <pre>{@code
 * select {  // found               select {  // fine
 * case v := <-results: return v    case v := <-results: return v
 * case err := <-errs: return err   case err := <-errs: return err
 * }                                case <-ctx.Done(): return ctx.Err()
 *                                  }
 * }</pre>
 */
final class BlockedSelect implements Shape {
  /** It waits for the next request of an idle connection: whose it is tells the read loop. */
  private static final String IDLE_WRITER = "net/http.(*persistConn).writeLoop";

  @Override
  public String name() {
    return "blocked-select";
  }

  @Override
  public String title() {
    return "goroutines wait in a select none of whose cases comes";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.cause() == Cause.SELECT && !goroutines.stack().has(IDLE_WRITER);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.ownOrClose(
        seen, "add case <-ctx.Done() to the select{in}, with a context that ends");
  }
}
