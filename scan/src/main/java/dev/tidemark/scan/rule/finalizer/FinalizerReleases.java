package dev.tidemark.scan.rule.finalizer;

import dev.tidemark.golang.check.SourcePackage.TypedFile;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A finalizer that is the only way to release what an object holds: it runs when the collector
 * likes, at the earliest two cycles later, and never if the object is on a cycle.
 *
 * <pre>
 *   runtime.SetFinalizer(h, func(h *handle) {     func (h *handle) Close() error { … }
 *     h.file.Close()              // found        runtime.SetFinalizer(h, (*handle).Close)  // fine
 *   })
 * </pre>
 */
public final class FinalizerReleases implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "finalizer-releases",
          LeakClass.HYGIENE,
          "a finalizer is the only way to release something",
          772,
          "give the type a Close, call it where its use ends, and keep the finalizer as a net");

  private static final Set<String> RELEASING =
      Set.of("Close", "Release", "Free", "Destroy", "Stop", "Shutdown", "Dispose", "Unmap");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    Set<TypeName> releasable = new HashSet<>();
    for (TypedFile file : unit.files()) {
      for (Decl.FuncDecl function : file.functions()) {
        if (RELEASING.contains(function.name().name())
            && file.info().symbol(function.name()).orElse(null) instanceof Func method) {
          method.signature().receiver().stream()
              .flatMap(receiver -> named(receiver).stream())
              .forEach(releasable::add);
        }
      }
    }
    unit.forEachCall((body, call) -> {
      if (call.name().equals("runtime.SetFinalizer")) {
        finalizer(call.argument(1), unit)
            .filter(finalizer -> releases(finalizer))
            .filter(finalizer ->
                object(finalizer).filter(type -> !releasable.contains(type)).isPresent())
            .ifPresent(finalizer ->
                out.add(
                    INFO,
                    body,
                    call.node(),
                    "what the object holds is released when the collector likes, by nothing else",
                    List.of(
                        new Step(unit.span(body, call.node()), "the finalizer is set"),
                        new Step(unit.span(finalizer, finalizer.node()), "it releases"))));
      }
    });
  }

  private static Optional<Body> finalizer(Value value, Unit unit) {
    return switch (value) {
      case Value.Closure(Body literal) -> Optional.of(literal);
      case Value.Function(Func symbol) -> unit.summaries().body(symbol);
      default -> Optional.empty();
    };
  }

  private static boolean releases(Body finalizer) {
    boolean[] found = new boolean[1];
    finalizer.forEachOp(op ->
        found[0] |=
            op instanceof Op.Call call
                && (RELEASING.contains(call.lastName())
                    || call.lastName().equals("free")
                    || call.lastName().equals("Munmap")));
    return found[0];
  }

  /** The type that it is the finalizer of. */
  private static Optional<TypeName> object(Body finalizer) {
    return finalizer.signature().receiver().isEmpty()
        ? finalizer.signature().params().stream().findFirst().flatMap(FinalizerReleases::named)
        : finalizer.signature().receiver().stream().findFirst().flatMap(FinalizerReleases::named);
  }

  private static Optional<TypeName> named(Var variable) {
    Type type = variable.type().unalias();
    Type target = type instanceof Type.Pointer(Type element) ? element.unalias() : type;
    return target instanceof Named named ? Optional.of(named.origin().symbol()) : Optional.empty();
  }
}
