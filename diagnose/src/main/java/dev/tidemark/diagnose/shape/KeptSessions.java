package dev.tidemark.diagnose.shape;

/**
 * A session store that never removes expired sessions.
 *
 * <pre>{@code
 * sm.Store =                               sm.Store =
 *     memstore.NewWithCleanupInterval(0)       memstore.New()  // cleans up: fine
 * // found: expired sessions stay
 * }</pre>
 */
final class KeptSessions implements Shape {
  private static final Functions CALLS =
      Functions.of(
          "github.com/alexedwards/scs/",
          "github.com/gorilla/sessions.",
          "github.com/gin-contrib/sessions",
          "github.com/gofiber/fiber/v2/middleware/session.",
          "github.com/gofiber/fiber/v3/middleware/session.",
          "github.com/astaxie/beego/session.",
          "github.com/quasoft/memstore.");

  @Override
  public String name() {
    return "kept-sessions";
  }

  @Override
  public String title() {
    return "more and more sessions are stored";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.calls(CALLS);
  }

  @Override
  public String fix(Sighting seen) {
    return "give the session store a lifetime and a cleanup interval; do not store sessions of clients without cookies";
  }
}
