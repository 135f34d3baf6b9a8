package dev.tidemark.diagnose.shape;

/**
 * A span that is not ended on some path.
 *
 * <pre>{@code
 * ctx, span := tracer.Start(ctx, "assign")   ctx, span := tracer.Start(ctx, "assign")
 * if err := find(ctx); err != nil {          defer span.End()  // fine
 *     return err  // found                   if err := find(ctx); err != nil {
 * }                                              return err
 * span.End()                                 }
 * }</pre>
 */
final class UnendedSpan implements Shape {
  private static final Functions CALLS =
      Functions.of(
          "go.opentelemetry.io/otel/sdk/trace.(*tracer).",
          "go.opentelemetry.io/otel/sdk/trace.(*recordingSpan).",
          "go.opencensus.io/trace.StartSpan",
          "gopkg.in/DataDog/dd-trace-go.v1/ddtrace/tracer.(*tracer).StartSpan",
          "github.com/DataDog/dd-trace-go/v2/ddtrace/tracer.(*tracer).StartSpan",
          "github.com/uber/jaeger-client-go.(*Tracer).");

  @Override
  public String name() {
    return "unended-span";
  }

  @Override
  public String title() {
    return "trace spans are kept: not ended, or held by a processor";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.calls(CALLS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen, CALLS, "call defer span.End() right after Start{in}, so that error paths end it too");
  }
}
