package dev.tidemark.diagnose.shape;

/**
 * A request, its context or one of its strings stored in something that outlives it.
 *
 * <pre>{@code
 * audit.Store(c.Request.URL.Path,       audit.Store(strings.Clone(path),
 *     c)  // found: the whole context       Visit{time.Now(), userID})  // fine
 * }</pre>
 */
final class KeptRequest implements Shape {
  private static final Functions SERVED = Functions.of("net/http.(*conn).serve");
  private static final Functions GORILLA = Functions.of("github.com/gorilla/context.");

  /** Nobody copies these but to keep them. */
  private static final Functions COPIES =
      Functions.of("github.com/gin-gonic/gin.(*Context).Copy", "net/http.(*Request).Clone");

  @Override
  public String name() {
    return "kept-request";
  }

  @Override
  public String title() {
    return "requests, or parts of them such as headers and contexts, are kept";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    // Handlers that never return keep their requests too: then the wait is what leaks.
    return isOfRequest(heap) && !heap.around().pileUp(SERVED);
  }

  private static boolean isOfRequest(HeapSighting heap) {
    return heap.stack().has("net/http.readRequest", "net/http.(*conn).readRequest")
        || heap.calls(
            Functions.of(
                "net/http.(*Request).WithContext",
                "net/http.(*Request).Clone",
                "github.com/gorilla/context.Set",
                "github.com/gin-gonic/gin.(*Context).Copy",
                "github.com/gin-gonic/gin.(*Engine).allocateContext",
                "github.com/labstack/echo/v4.(*Echo).NewContext",
                "github.com/go-chi/chi/v5.NewRouteContext",
                "github.com/gofiber/fiber/v2.(*App).AcquireCtx",
                "github.com/valyala/fasthttp.(*Server).acquireCtx"));
  }

  @Override
  public String fix(Sighting seen) {
    return seen.around().ownCallerOf(GORILLA).isEmpty()
        ? Fix.at(
            seen.around().ownCallerOf(COPIES),
            "store copies of values (strings.Clone){in}, never the request, its context or headers")
        : "call gorilla/context's Clear after each request, or keep values in the request's own"
            + " context";
  }
}
