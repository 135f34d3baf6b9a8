package dev.tidemark.diagnose.shape;

/**
 * WebSocket connections that are not closed, or whose writing goroutine is not told that the peer
 * left.
 *
 * <pre>{@code
 * func (h *hub) serve(c *websocket.Conn) {     func (h *hub) serve(c *websocket.Conn) {
 *     out := h.register(c)                         out := h.register(c)
 *     go writePump(c, out)  // ends with out       go writePump(c, out)
 *     readPump(c)                                  readPump(c)
 *     // found: out is never closed                h.unregister(c)  // closes out: fine
 * }                                            }
 * }</pre>
 */
final class OpenWebSocket implements Shape {
  private static final Functions CONNECTIONS =
      Functions.of(
          "github.com/gorilla/websocket.",
          "github.com/coder/websocket.",
          "nhooyr.io/websocket.",
          "golang.org/x/net/websocket.",
          "github.com/gobwas/ws.");

  @Override
  public String name() {
    return "open-websocket";
  }

  @Override
  public String title() {
    return "WebSocket connections, or goroutines that serve them, pile up";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.stack().has(CONNECTIONS) || goroutines.isStartedBesideCallOf(CONNECTIONS);
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.calls(CONNECTIONS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen,
        CONNECTIONS,
        "when reading fails, close the connection and the channel its writer ranges over{in}; set read deadlines");
  }
}
