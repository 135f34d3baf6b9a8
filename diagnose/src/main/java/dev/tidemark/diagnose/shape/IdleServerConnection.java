package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * A server without an idle timeout, whose clients leave their connections open.
 *
 * <pre>{@code
 * http.ListenAndServe(addr, mux)  // found   s := &http.Server{Addr: addr, Handler: mux,
 *                                                IdleTimeout: time.Minute}
 *                                            s.ListenAndServe()  // fine
 * }</pre>
 */
final class IdleServerConnection implements Shape {
  @Override
  public String name() {
    return "idle-server-connection";
  }

  @Override
  public String title() {
    return "connections of clients wait for a next request and are not closed";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    Stack stack = goroutines.stack();
    // Connections that come and go with requests never wait for a minute.
    return goroutines.cause() == Cause.NETWORK
        && goroutines.suspect().longestWaitMinutes() > 0
        && stack.has("net/http.(*connReader).Read")
        && stack.endsWith("net/http.(*conn).serve");
  }

  @Override
  public String fix(Sighting seen) {
    return "set IdleTimeout, and ReadHeaderTimeout, of the http.Server";
  }
}
