package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * Idle connections of HTTP clients that pile up, as they do when each call makes a Transport of its
 * own.
 *
 * <pre>{@code
 * func fetch(url string) error {                   var client = &http.Client{
 *     c := &http.Client{                               Transport: &http.Transport{},
 *         Transport: &http.Transport{}, // found   }
 *     }                                            func fetch(url string) error {
 *     return use(c.Get(url))                           return use(client.Get(url))  // fine
 * }                                                }
 * }</pre>
 */
final class IdleTransport implements Shape {
  private static final Functions READ_LOOP = Functions.of("net/http.(*persistConn).readLoop");
  private static final String WRITE_LOOP = "net/http.(*persistConn).writeLoop";

  @Override
  public String name() {
    return "idle-transport";
  }

  @Override
  public String title() {
    return "idle client connections pile up: more transports than needed, or kept too long";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    Stack stack = goroutines.stack();
    boolean isIdle =
        stack.has(READ_LOOP) && goroutines.cause() == Cause.NETWORK
            || stack.has(WRITE_LOOP) && waitsForUse(goroutines.around())
            || stack.has(
                "net/http.(*http2clientConnReadLoop).run",
                "net/http/internal/http2.(*clientConnReadLoop).run",
                "golang.org/x/net/http2.(*clientConnReadLoop).run");
    // Calls that wait for their answer keep connections busy, not idle.
    return isIdle && !goroutines.around().pileUp(HttpCallWithoutTimeout.CALLS);
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.stack().has("net/http.(*Transport).dialConn")
        && waitsForUse(heap.around())
        && !heap.around().pileUp(HttpCallWithoutTimeout.CALLS);
  }

  private static boolean waitsForUse(Surroundings around) {
    return around.pileUp(Cause.NETWORK, READ_LOOP);
  }

  @Override
  public String fix(Sighting seen) {
    String caller =
        seen.around().ownCallerOf(Functions.of("net/http.(*Client).", "net/http.(*Transport)."));
    return Fix.at(
        caller,
        "make one http.Transport and share it{in}; set IdleConnTimeout and MaxIdleConnsPerHost");
  }
}
