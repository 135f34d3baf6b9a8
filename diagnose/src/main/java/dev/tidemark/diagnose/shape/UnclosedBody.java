package dev.tidemark.diagnose.shape;

import dev.tidemark.profile.goroutine.WaitReason.Cause;

/**
 * An HTTP client whose response bodies are neither read to their end nor closed.
 *
 * <pre>{@code
 * resp, err := client.Get(url)              resp, err := client.Get(url)
 * if err != nil {                           if err != nil {
 *     return err                                return err
 * }                                         }
 * return check(resp.StatusCode)  // found   defer resp.Body.Close()  // fine
 *                                           return check(resp.StatusCode)
 * }</pre>
 */
final class UnclosedBody implements Shape {
  private static final Functions READ_LOOP = Functions.of("net/http.(*persistConn).readLoop");
  private static final String WRITE_LOOP = "net/http.(*persistConn).writeLoop";

  @Override
  public String name() {
    return "unclosed-body";
  }

  @Override
  public String title() {
    return "client connections pile up, waiting for a response body to be read or closed";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    // A readLoop in a select has handed a body on and waits for its end; one that waits for its
    // turn or for an answer reads (net/http/transport.go).
    return goroutines.stack().has(READ_LOOP) && goroutines.cause() == Cause.SELECT
        || goroutines.stack().has(WRITE_LOOP) && waitsForBodies(goroutines.around());
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.stack().has("net/http.(*Transport).dialConn") && waitsForBodies(heap.around());
  }

  private static boolean waitsForBodies(Surroundings around) {
    return around.pileUp(Cause.SELECT, READ_LOOP);
  }

  @Override
  public String fix(Sighting seen) {
    String caller =
        seen.around().ownCallerOf(Functions.of("net/http.(*Client).", "net/http.NewRequest"));
    return Fix.at(
        caller,
        "defer resp.Body.Close() after each call that succeeds{in}, and read it to its end");
  }
}
