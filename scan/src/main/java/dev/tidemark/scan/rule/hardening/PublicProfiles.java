package dev.tidemark.scan.rule.hardening;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.Imports;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The handlers of net/http/pprof where everybody can call them: each call costs CPU or stops the
 * world, and heap profiles and command lines tell what is no one else's business.
 *
 * <pre>
 *   import _ "net/http/pprof"                      http.ListenAndServe("localhost:6060", nil) // fine
 *   http.ListenAndServe(":8080", nil)   // found
 * </pre>
 */
public final class PublicProfiles implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "profiles-public",
          LeakClass.HYGIENE,
          "profiles are served where everybody can ask for them",
          497,
          "serve them by a mux of their own, on localhost or behind authentication",
          false);

  private static final String PROFILES = "\"net/http/pprof\"";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    boolean isImported =
        unit.files().stream().anyMatch(file -> Imports.any(file, PROFILES::equals));
    if (!isImported) {
      return;
    }
    TestSupport support = TestSupport.of(unit);
    Set<Value> mixed = new HashSet<>();
    unit.forEachCall((_, call) ->
        path(call)
            .ifPresent(path -> {
              if (!isOfOperation(path)) {
                mixed.add(call.receiver());
              }
            }));
    unit.forEachCall((body, call) -> {
      if (support.has(body)) {
        return;
      }
      if (servesDefaultMux(call)) {
        found(body, call, "the default mux serves net/http/pprof to all who reach it", unit, out);
      } else if (path(call).filter(path -> path.equals("/debug/pprof/")).isPresent()
          && !call.receiver().equals(Value.NIL)
          && mixed.contains(call.receiver())) {
        found(body, call, "profiles are served beside the service's own paths", unit, out);
      }
    });
  }

  private static void found(Body body, Op.Call call, String message, Unit unit, Findings out) {
    Step step = new Step(unit.span(body, call.node()), "served here");
    out.add(INFO, body, call.node(), message, List.of(step));
  }

  private static boolean servesDefaultMux(Op.Call call) {
    int handler =
        switch (call.name()) {
          case "net/http.ListenAndServe" -> 1;
          case "net/http.ListenAndServeTLS" -> 3;
          default -> -1;
        };
    if (handler < 0 || isLocal(call.argument(0))) {
      return false;
    }
    Value given = call.argument(handler);
    return given instanceof Value.Nil
        || given instanceof Value.Global(Var symbol) && symbol.name().equals("DefaultServeMux");
  }

  private static boolean isLocal(Value address) {
    return address instanceof Value.Known(Constant.Text text)
        && (text.latin1().startsWith("localhost:")
            || text.latin1().startsWith("127.")
            || text.latin1().startsWith("[::1]"));
  }

  private static Optional<String> path(Op.Call call) {
    return switch (call.lastName()) {
      case "Handle", "HandleFunc", "Get", "GET", "Post", "POST", "Any" ->
          call.argument(0) instanceof Value.Known(Constant.Text text)
              ? Optional.of(text.latin1())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isOfOperation(String path) {
    return path.startsWith("/debug/")
        || path.startsWith("/metrics")
        || path.startsWith("/health")
        || path.startsWith("/ready")
        || path.startsWith("/live");
  }
}
