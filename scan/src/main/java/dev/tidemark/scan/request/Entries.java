package dev.tidemark.scan.request;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The functions of a package that others may call: what is exported, and methods, which a call by
 * interface may mean.
 */
final class Entries {
  private final Unit unit;
  private final List<Body> all = new ArrayList<>();
  private final Map<Body, Unit> only = new LinkedHashMap<>();

  private Entries(Unit unit) {
    this.unit = unit;
    TestSupport support = TestSupport.of(unit);
    Set<Body> handlers = Handlers.of(unit).all();
    for (Body body : unit.functions()) {
      if (!support.has(body) && !handlers.contains(body) && isCallable(body)) {
        all.add(body);
      }
    }
  }

  static Entries of(Unit unit) {
    return unit.once(Entries.class, () -> new Entries(unit));
  }

  private static boolean isCallable(Body body) {
    String name = body.symbol().name();
    boolean isMethod = !body.signature().receiver().isEmpty();
    return !body.isLiteral()
        && !body.name().isEmpty()
        && (isMethod || Character.isUpperCase(name.codePointAt(0)));
  }

  List<Body> all() {
    return all;
  }

  /** The package where one of them alone is called. */
  Unit only(Body entry) {
    return only.computeIfAbsent(entry, one -> unit.with(Roots.only(one)));
  }

  /** What one of them reaches. */
  RequestPaths paths(Body entry) {
    return RequestPaths.of(only(entry));
  }

  /** The names of those that reach a function for which something holds. */
  List<String> to(Predicate<Body> isAimedAt) {
    return all.stream()
        .filter(entry -> paths(entry).reached().stream().anyMatch(isAimedAt))
        .map(Body::name)
        .toList();
  }
}
