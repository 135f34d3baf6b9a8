package dev.tidemark.scan.rule.hardening;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    boolean isImported = unit.files().stream().anyMatch(PublicProfiles::importsProfiles);
    if (!isImported) {
      return;
    }
    TestSupport support = TestSupport.of(unit);
    Map<Value, Boolean> mixed = new HashMap<>();
    unit.forEachCall((_, call) ->
        path(call)
            .ifPresent(path -> {
              if (!isOfOperation(path)) {
                mixed.put(call.receiver(), true);
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
          && mixed.containsKey(call.receiver())) {
        found(body, call, "profiles are served beside the service's own paths", unit, out);
      }
    });
  }

  private static void found(Body body, Op.Call call, String message, Unit unit, Findings out) {
    Step step = new Step(unit.span(body, call.node()), "served here");
    out.add(INFO, body, call.node(), message, List.of(step));
  }

  private static boolean importsProfiles(TypedFile file) {
    for (Decl decl : file.unit().tree().decls()) {
      if (decl instanceof Decl.GenDecl general) {
        for (Spec spec : general.specs()) {
          if (spec instanceof Spec.ImportSpec imported
              && imported.path().text().equals("\"net/http/pprof\"")) {
            return true;
          }
        }
      }
    }
    return false;
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
