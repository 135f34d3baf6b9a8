package dev.tidemark.diagnose.shape;

/**
 * A gRPC stream that its client neither reads to the end nor cancels.
 *
 * <pre>{@code
 * stream, err := c.Watch(ctx, req)   ctx, cancel := context.WithCancel(ctx)
 * first, err := stream.Recv()        defer cancel()  // fine
 * return first, err  // found        stream, err := c.Watch(ctx, req)
 *                                    first, err := stream.Recv()
 *                                    return first, err
 * }</pre>
 */
final class GrpcStream implements Shape {
  @Override
  public String name() {
    return "grpc-stream";
  }

  @Override
  public String title() {
    return "gRPC streams stay open: neither read to their end nor cancelled";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines
        .stack()
        .has(
            "google.golang.org/grpc.newClientStreamWithParams",
            "google.golang.org/grpc.(*clientStream).RecvMsg");
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.in(
        seen, "cancel the stream's context when done{in}, or Recv until it returns an error");
  }
}
