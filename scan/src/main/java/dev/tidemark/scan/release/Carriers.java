package dev.tidemark.scan.release;

import dev.tidemark.golang.effect.Effect;
import dev.tidemark.golang.effect.PackageSummaries;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import java.util.HashSet;
import java.util.Set;

/** Through which values of a body something can be reached: itself, and what it is put into. */
final class Carriers {
  private final Body body;
  private final PackageSummaries summaries;
  private final Resource resource;
  private final Set<Value> carriers = new HashSet<>();

  /** Things made here that hold it in one of their fields. */
  private final Set<Value> containers = new HashSet<>();

  Carriers(Body body, PackageSummaries summaries, Resource resource, Value value) {
    this.body = body;
    this.resource = resource;
    this.summaries = summaries;
    carriers.add(value);
    boolean isChanged = true;
    while (isChanged) {
      int before = carriers.size() + containers.size();
      body.forEachOp(this::follow);
      isChanged = carriers.size() + containers.size() != before;
    }
  }

  private void follow(Op op) {
    switch (op) {
      case Op.Store store
          when holds(store.value())
              || isHandle(store.value())
              || isRelease(store.value())
              || isInLiteral(store.value()) -> {
        Value root = root(store.place());
        if (isOwn(root)) {
          containers.add(root);
        }
        if ((carries(store.value()) || isHandle(store.value())) && isOwn(root)) {
          carriers.add(store.place());
        }
      }
      case Op.Call call -> {
        for (int i = -1; i < call.arguments().size(); i++) {
          if (carries(call.argument(i))) {
            returned(call, i);
          }
        }
        if (call.name().equals("sync.OnceFunc") && carries(call.argument(0))) {
          carriers.add(new Value.Result(call, 0));
        }
      }
      default -> {}
    }
  }

  /** Whether a value is a function literal that uses it. */
  private boolean isInLiteral(Value value) {
    if (value instanceof Value.Closure(Body literal)) {
      for (Effect effect : summaries.of(literal).effects()) {
        if (touches(effect.target())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether what is stored there is still only reached through this function. */
  boolean isOwn(Value root) {
    return switch (root) {
      case Value.Made made ->
          made.site().node().from() >= body.node().from()
              && made.site().node().to() <= body.node().to();
      case Value.Cell(Var symbol) ->
          symbol.place().offset() >= body.node().from()
              && symbol.place().offset() < body.node().to();
      default -> false;
    };
  }

  /** Whether an element of a map or slice is given back somewhere in the function. */
  boolean isReleasedFrom(Value container, Resource resource) {
    boolean[] found = new boolean[1];
    body.forEachBody(one ->
        one.forEachOp(op -> {
          if (op instanceof Op.Call call) {
            Value given =
                resource.isFunction()
                    ? call.callee() instanceof Callee.Dynamic(Value function) ? function : Value.NIL
                    : resource.releases().contains(call.lastName()) ? call.receiver() : Value.NIL;
            found[0] |= isOf(given, container);
          }
        }));
    return found[0];
  }

  private static boolean isOf(Value value, Value container) {
    return switch (value) {
      case Value.Field field -> isOf(field.base(), container);
      case Value.Element element -> element.base().equals(container);
      default -> false;
    };
  }

  /** What a function gives back of what it is given. */
  private void returned(Op.Call call, int argument) {
    Value given = new Value.Argument(call.parameter(argument));
    summaries
        .of(call.callee())
        .ifPresent(summary -> {
          for (Effect effect : summary.effects()) {
            if (effect.kind() == Effect.Kind.RETURNED) {
              if (effect.target().equals(given)) {
                carriers.add(new Value.Result(call, effect.result()));
              } else if (effect.target() instanceof Value.Element(Value many, _)
                  && many.equals(given)) {
                // One of many that are handed in, as in `join(cancel, file.Close)`.
                containers.add(new Value.Result(call, effect.result()));
              }
            }
          }
        });
  }

  Set<Value> sources(Value value) {
    return body.sources(value);
  }

  static Value root(Value value) {
    return switch (value) {
      case Value.Field field -> root(field.base());
      case Value.Element element -> root(element.base());
      default -> value;
    };
  }

  /** Whether a value may be the thing itself. */
  boolean carries(Value value) {
    if (carriers.contains(value)) {
      return true;
    }
    if (value instanceof Value.Phi || value instanceof Value.Cell) {
      for (Value source : body.sources(value)) {
        if (carriers.contains(source)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a value may be the thing, or a part of it. */
  boolean touches(Value value) {
    return touches(value, new HashSet<>(2));
  }

  /**
   * @param seen joins that were looked through: the next one of a list is a part of itself
   */
  private boolean touches(Value value, Set<Value> seen) {
    return switch (value) {
      case Value.Field field -> carries(value) || touches(field.base(), seen);
      case Value.Element element -> carries(value) || touches(element.base(), seen);
      case Value.Phi _, Value.Cell _ -> {
        if (!seen.add(value)) {
          yield false;
        }
        for (Value source : body.sources(value)) {
          if (carriers.contains(source) || isPart(source) && touches(source, seen)) {
            yield true;
          }
        }
        yield false;
      }
      default -> carries(value);
    };
  }

  private static boolean isPart(Value value) {
    return value instanceof Value.Field || value instanceof Value.Element;
  }

  /** Whether a value is a part of the thing that may release it: a pointer or an interface. */
  boolean isHandle(Value value) {
    return isPartHandle(value)
        || (value instanceof Value.Phi || value instanceof Value.Cell)
            && body.sources(value).stream().anyMatch(this::isPartHandle);
  }

  private boolean isPartHandle(Value value) {
    return value instanceof Value.Field field
        && (field.type().underlying() instanceof Interface
            || field.type().underlying() instanceof Type.Pointer)
        && touches(field.base())
        && resource.isReleasedBy(field.type());
  }

  /** Whether a value is the method that gives it back. */
  boolean isRelease(Value value) {
    return value instanceof Value.BoundMethod(var method, Value receiver)
        && touches(receiver)
        && resource.releases().contains(method.name());
  }

  /** Whether a value is taken out of something made here that holds it. */
  boolean isFromContainer(Value value) {
    return isPart(value) && containers.contains(root(value));
  }

  /** Whether who has a value has the thing. */
  boolean holds(Value value) {
    if (carries(value) || containers.contains(value)) {
      return true;
    }
    if (value instanceof Value.Phi || value instanceof Value.Cell) {
      for (Value source : body.sources(value)) {
        if (containers.contains(source)) {
          return true;
        }
      }
    }
    return false;
  }
}
