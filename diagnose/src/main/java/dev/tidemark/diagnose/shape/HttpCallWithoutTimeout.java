package dev.tidemark.diagnose.shape;

/**
 * Calls of an HTTP client that have no deadline, to a server that does not answer.
 *
 * <pre>{@code
 * resp, err := http.Get(url)  // found
 *
 * ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
 * defer cancel()
 * req, _ := http.NewRequestWithContext(ctx, "GET", url, nil)
 * resp, err := client.Do(req)  // fine
 * }</pre>
 */
final class HttpCallWithoutTimeout implements Shape {
  static final Functions CALLS =
      Functions.of(
          "net/http.(*persistConn).roundTrip",
          "net/http.(*http2ClientConn).roundTrip",
          "net/http.(*http2ClientConn).RoundTrip",
          "net/http/internal/http2.(*ClientConn).",
          "golang.org/x/net/http2.(*ClientConn).RoundTrip",
          "golang.org/x/net/http2.(*ClientConn).roundTrip");

  @Override
  public String name() {
    return "http-call-without-timeout";
  }

  @Override
  public String title() {
    return "HTTP calls pile up, waiting for their answer";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.stack().has(CALLS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.in(
        seen, "give the http.Client a Timeout, or each request a context with a deadline{in}");
  }
}
