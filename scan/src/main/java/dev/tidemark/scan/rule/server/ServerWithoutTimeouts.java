package dev.tidemark.scan.rule.server;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A server that waits for the header of a request as long as the client likes: each such connection
 * keeps a goroutine and its buffers.
 *
 * <pre>
 *   http.ListenAndServe(addr, mux)   // found    s := &http.Server{Addr: addr, Handler: mux,
 *                                                  ReadHeaderTimeout: 5 * time.Second}   // fine
 *                                                s.ListenAndServe()
 * </pre>
 *
 * <p>Of servers that are configured elsewhere, or not served here, nothing is said.
 */
public final class ServerWithoutTimeouts implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "server-without-timeouts",
          LeakClass.HYGIENE,
          "an HTTP server waits for its clients without a timeout",
          400,
          "serve by an http.Server with ReadHeaderTimeout (and IdleTimeout)");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "net/http.ListenAndServe",
          "net/http.ListenAndServeTLS",
          "net/http.Serve",
          "net/http.ServeTLS");

  private static final Set<String> METHODS =
      Set.of(
          "net/http.Server.ListenAndServe",
          "net/http.Server.ListenAndServeTLS",
          "net/http.Server.Serve",
          "net/http.Server.ServeTLS");

  private static final Set<String> TIMEOUTS = Set.of("ReadTimeout", "ReadHeaderTimeout");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    Map<Value.Made, Body> served = new LinkedHashMap<>();
    unit.forEachCall((body, call) -> {
      if (FUNCTIONS.contains(call.name()) && !isTest(body)) {
        String name = call.name().substring(call.name().lastIndexOf('/') + 1);
        found(call.node(), body, name + " has no timeouts", "served here", unit, out);
      } else if (METHODS.contains(call.name()) && !isTest(body)) {
        for (Value source : body.sources(call.receiver())) {
          if (source instanceof Value.Made made
              && QualifiedName.of(made.type()).equals("net/http.Server")) {
            served.putIfAbsent(made, body);
          }
        }
      }
    });
    served.forEach((made, body) -> {
      if (!isConfigured(made, body)) {
        String message = "the server waits for request headers as long as a client likes";
        found(made.site().node(), body, message, "no ReadHeaderTimeout, no ReadTimeout", unit, out);
      }
    });
  }

  private static void found(
      Node node, Body body, String message, String step, Unit unit, Findings out) {
    out.add(INFO, body, node, message, List.of(new Step(unit.span(body, node), step)));
  }

  private static boolean isTest(Body body) {
    return body.file().endsWith("_test.go");
  }

  /** Whether a timeout is set, or the server is handed to a function that may set one. */
  private static boolean isConfigured(Value.Made server, Body around) {
    Body declared = around;
    while (declared.isLiteral()) {
      declared = declared.outer();
    }
    boolean[] found = new boolean[1];
    declared.forEachBody(body ->
        body.forEachOp(op ->
            found[0] |=
                switch (op) {
                  case Op.Store store ->
                      store.place() instanceof Value.Field(Value base, var name, _)
                          && TIMEOUTS.contains(name.name())
                          && body.sources(base).contains(server);
                  case Op.Call call ->
                      call.arguments().stream()
                          .anyMatch(given -> body.sources(given).contains(server));
                  case Op.Send _, Op.Receive _, Op.Select _, Op.Share _, Op.Load _, Op.Return _ ->
                      false;
                }));
    return found[0];
  }
}
