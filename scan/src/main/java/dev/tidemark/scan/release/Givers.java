package dev.tidemark.scan.release;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions of the package that acquire something and return it: who calls them has to give it
 * back.
 */
final class Givers {
  /** Functions that hand on what others hand on. */
  private static final int DEPTH = 4;

  private final Unit unit;
  private final Acquires acquires;
  private final Map<Body, Optional<Given>> known = new HashMap<>();

  /** Whether a call in a body acquires it itself. */
  interface Acquires {
    Optional<Acquisition> by(Op.Call call, Body body);
  }

  /**
   * @param isOptional whether some returns give nil instead
   */
  private record Given(Acquisition acquired, int index, boolean isOptional) {}

  Givers(Unit unit, Acquires acquires) {
    this.unit = unit;
    this.acquires = acquires;
  }

  /** What a call acquires, itself or by a function that it runs. */
  Optional<Acquisition> acquired(Op.Call call, Body body) {
    return acquired(call, body, 0);
  }

  private Optional<Acquisition> acquired(Op.Call call, Body body, int depth) {
    Optional<Acquisition> itself = acquires.by(call, body);
    if (itself.isPresent() || depth >= DEPTH) {
      return itself;
    }
    return unit.summaries()
        .body(call.callee())
        .flatMap(function -> given(function, depth))
        .map(given -> {
          List<Type> results = body.resultTypes(call);
          int last = results.size() - 1;
          boolean canFail =
              last > given.index && given.isOptional && Kinds.isError(results.getLast());
          return given.acquired.handedOn(call, given.index, canFail ? last : -1);
        });
  }

  private Optional<Given> given(Body function, int depth) {
    Optional<Given> found = known.get(function);
    if (found == null) {
      known.put(function, Optional.empty());
      found = find(function, depth);
      known.put(function, found);
    }
    return found;
  }

  private Optional<Given> find(Body function, int depth) {
    Optional<Given> found = Optional.empty();
    // What comes with a function is given back by it.
    boolean hasFunction =
        function.signature().results().stream()
            .anyMatch(result -> result.type().underlying() instanceof Signature);
    for (int i = 0; i < function.signature().results().size() && found.isEmpty(); i++) {
      found = find(function, i, depth);
    }
    return found
        .filter(given -> !hasFunction || given.acquired.resource().isFunction())
        .filter(given -> !isKept(function, given.acquired));
  }

  /** What every return gives as a result that is not nil. */
  private Optional<Given> find(Body function, int index, int depth) {
    Acquisition[] one = new Acquisition[1];
    boolean[] isOther = new boolean[1];
    boolean[] isOptional = new boolean[1];
    function.forEachOp(op -> {
      if (op instanceof Op.Return(_, List<Value> values) && index < values.size()) {
        for (Value source : function.sources(values.get(index))) {
          if (source instanceof Value.Nil || source instanceof Value.Zero) {
            isOptional[0] = true;
            continue;
          }
          Optional<Acquisition> acquired = source(source, function, depth);
          isOther[0] |= acquired.isEmpty();
          isOptional[0] |= acquired.isPresent() && !acquired.get().error().equals(Value.NIL);
          acquired.ifPresent(it -> one[0] = it);
        }
      }
    });
    return one[0] == null || isOther[0]
        ? Optional.empty()
        : Optional.of(new Given(one[0], index, isOptional[0]));
  }

  private Optional<Acquisition> source(Value source, Body function, int depth) {
    return switch (source) {
      case Value.Result(Op.Call call, _) ->
          acquired(call, function, depth + 1).filter(it -> it.value().equals(source));
      // As in `return resp.Body, nil`.
      case Value.Field field ->
          source(field.base(), function, depth)
              .filter(it -> it.resource().isReleasedBy(field.type()));
      default -> Optional.empty();
    };
  }

  /** Whether the function also puts it somewhere, or gives it back. */
  private boolean isKept(Body function, Acquisition acquired) {
    Resource resource = acquired.resource();
    Carriers carriers = new Carriers(function, unit.summaries(), resource, acquired.value());
    Handling handling = new Handling(unit, resource, End.NONE, carriers);
    boolean[] found = new boolean[1];
    function.forEachOp(op -> found[0] |= !(op instanceof Op.Return) && handling.isHandled(op));
    return found[0];
  }
}
