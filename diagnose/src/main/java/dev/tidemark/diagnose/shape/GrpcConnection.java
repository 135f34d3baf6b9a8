package dev.tidemark.diagnose.shape;

/**
 * A gRPC client connection made for a call and never closed.
 *
 * <pre>{@code
 * func ask(addr string) error {           func ask(addr string) error {
 *     conn, err := grpc.NewClient(addr)       conn, err := grpc.NewClient(addr)
 *     …                                       …
 *     return call(conn)  // found             defer conn.Close()  // fine; better: share it
 * }                                           return call(conn)
 *                                         }
 * }</pre>
 */
final class GrpcConnection implements Shape {
  private static final Functions DIALS =
      Functions.of(
          "google.golang.org/grpc.NewClient",
          "google.golang.org/grpc.Dial",
          "google.golang.org/grpc/internal/transport.NewHTTP2Client",
          "google.golang.org/grpc/internal/transport.newHTTP2Client");

  private static final Functions CLIENT =
      Functions.of(
          "google.golang.org/grpc/internal/grpcsync.(*CallbackSerializer).run",
          "google.golang.org/grpc/internal/transport.(*http2Client).");

  @Override
  public String name() {
    return "grpc-connection";
  }

  @Override
  public String title() {
    return "gRPC client connections pile up: connections are made and not closed";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    Stack stack = goroutines.stack();
    // The writer is the same for both sides of a connection.
    return stack.has(CLIENT)
        || stack.has("google.golang.org/grpc/internal/transport.(*loopyWriter).run")
            && goroutines.around().pileUp(CLIENT);
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.calls(DIALS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen, DIALS, "make one grpc.ClientConn and share it{in}, or Close it when done");
  }
}
