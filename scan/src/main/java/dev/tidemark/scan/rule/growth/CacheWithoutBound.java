package dev.tidemark.scan.rule.growth;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.PackageVariables;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestData;
import dev.tidemark.scan.request.RequestPaths;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A cache of a library that is opened without a bound and without a time after which entries go,
 * and that requests fill with keys of their own.
 *
 * <pre>
 *   c := cache.New(cache.NoExpiration, 0)            c := cache.New(5*time.Minute, time.Minute)
 *   func handle(w, r) {                              func handle(w, r) {
 *     c.SetDefault(r.FormValue("id"), v)  // found     c.SetDefault(r.FormValue("id"), v) // fine
 *   }                                                }
 * </pre>
 */
public final class CacheWithoutBound implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "cache-without-bound",
          LeakClass.LEAK,
          "a cache without a bound gets an entry with each request",
          770,
          "open it with a size, or with a time after which entries are taken out");

  private static final Set<String> ADDING =
      Set.of("Set", "SetDefault", "Add", "Replace", "ContainsOrAdd", "PeekOrAdd", "GetOrSet");

  private static final Set<String> EMPTYING =
      Set.of(
          "Delete",
          "DeleteExpired",
          "DeleteAll",
          "Flush",
          "Remove",
          "RemoveOldest",
          "Purge",
          "Clear",
          "Resize",
          "Start");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    Opened opened = unit.once(Opened.class, () -> Opened.of(unit));
    if (opened.isNothing()) {
      return;
    }
    RequestPaths paths = RequestPaths.of(unit);
    Set<Object> told = new HashSet<>();
    unit.forEachCall((body, call) -> {
      if (ADDING.contains(call.lastName()) && paths.handler(body).isPresent()) {
        Optional<Object> cache = cache(body, call.receiver());
        if (cache.isPresent()
            && opened.isUnbounded(cache.get())
            && RequestData.of(unit).isOfRequest(body, call.argument(0))
            && !CacheLibrary.hasOwnTime(call)
            && told.add(cache.get())) {
          out.add(
              INFO,
              body,
              call.node(),
              "the cache has no bound and no time after which entries go",
              List.of(new Step(unit.span(body, call.node()), "a request adds an entry")));
        }
      }
    });
  }

  /** What a cache is told by: the variable or field that holds it, or the call that opened it. */
  private static Optional<Object> cache(Body body, Value receiver) {
    Value value = receiver;
    while (value instanceof Value.Field(Value base, FieldName name, _)
        && CacheLibrary.isOf(name.pkg())) {
      value = base;
    }
    Set<Value> sources = body.sources(value);
    return sources.size() == 1 ? place(sources.iterator().next()) : Optional.empty();
  }

  private static Optional<Object> place(Value value) {
    return switch (value) {
      case Value.Field(_, FieldName name, _) -> Optional.of(name);
      case Value.Global(Var symbol) -> Optional.of(symbol);
      case Value.Result(Op.Call call, int index) when index == 0 -> Optional.of(call);
      default -> Optional.empty();
    };
  }

  /**
   * How the caches of a package are opened.
   *
   * @param bounded whether that is so for all that is put into a field or variable
   * @param emptied those that something is taken out of
   */
  private record Opened(Map<Object, Boolean> bounded, Set<Object> emptied) {
    static Opened of(Unit unit) {
      Opened opened = new Opened(new HashMap<>(), new HashSet<>());
      unit.forEachBody(body -> body.forEachOp(op -> opened.look(body, op)));
      PackageVariables.forEach(
          unit.files(),
          variable ->
              CacheLibrary.isUnbounded(variable)
                  .ifPresent(isUnbounded -> opened.put(variable.symbol(), !isUnbounded)));
      return opened;
    }

    boolean isNothing() {
      return !bounded.containsValue(false);
    }

    boolean isUnbounded(Object cache) {
      return !bounded.getOrDefault(cache, true) && !emptied.contains(cache);
    }

    private void look(Body body, Op op) {
      switch (op) {
        case Op.Store store -> {
          Optional<Object> place = place(store.place());
          for (Value source : body.sources(store.value())) {
            if (source instanceof Value.Result(Op.Call call, _)) {
              Optional<Boolean> isUnbounded = CacheLibrary.isUnbounded(call);
              if (place.isPresent() && isUnbounded.isPresent()) {
                put(place.get(), !isUnbounded.get());
              }
            }
          }
        }
        case Op.Call call -> {
          CacheLibrary.isUnbounded(call).ifPresent(isUnbounded -> put(call, !isUnbounded));
          if (EMPTYING.contains(call.lastName())) {
            cache(body, call.receiver()).ifPresent(emptied::add);
          }
        }
        case Op.Send _, Op.Receive _, Op.Select _, Op.Share _, Op.Load _, Op.Return _ -> {}
      }
    }

    private void put(Object cache, boolean isBounded) {
      bounded.merge(cache, isBounded, Boolean::logicalOr);
    }
  }
}
