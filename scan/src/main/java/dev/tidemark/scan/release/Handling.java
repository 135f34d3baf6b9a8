package dev.tidemark.scan.release;

import dev.tidemark.golang.effect.Effect;
import dev.tidemark.golang.effect.PackageSummaries;
import dev.tidemark.golang.effect.Summary;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.StandardLibrary;
import dev.tidemark.scan.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether an operation gives something back, or hands it to someone who may. */
final class Handling implements Duty {
  private final PackageSummaries summaries;
  private final Set<String> closers;
  private final Resource resource;
  private final End end;
  private final Carriers carriers;

  Handling(Unit unit, Resource resource, End end, Carriers carriers) {
    this.end = end;
    this.summaries = unit.summaries();
    this.closers = unit.wrappers().closes();
    this.resource = resource;
    this.carriers = carriers;
  }

  @Override
  public boolean touches(Value value) {
    return carriers.touches(value);
  }

  @Override
  public boolean isHandled(Op op) {
    return end.isAt(op) || handles(op);
  }

  @Override
  public boolean isOver(Assumptions assumed) {
    return end.isWhere(assumed.condition(), assumed.isTrue());
  }

  @Override
  public boolean isUsedUp(Op op) {
    if (op instanceof Op.Call call && call.mode() == Op.Mode.NOW) {
      for (int i = 0; i < call.arguments().size(); i++) {
        if (resource.isUsedUpBy(call, i) && carriers.touches(call.argument(i))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean handles(Op op) {
    return switch (op) {
      case Op.Call call -> call(call);
      case Op.Send send -> handsOn(send.value());
      case Op.Store store ->
          handsOn(store.value())
              && (!carriers.isOwn(Carriers.root(store.place())) || isServed(store));
      case Op.Return returned -> returned.values().stream().anyMatch(this::handsOn);
      case Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> false;
    };
  }

  /** Whether it is put into a map or slice of this function: a later turn of a loop may find it. */
  @Override
  public boolean isKept(Op op) {
    return op instanceof Op.Store(_, Value.Element _, _, Value value) && handsOn(value);
  }

  /** Whether it is put where things are taken from to be given back. */
  private boolean isServed(Op.Store store) {
    return store.place() instanceof Value.Element(Value base, _)
        && handsOn(store.value())
        && carriers.isReleasedFrom(base, resource);
  }

  /** Whether a condition tells that it was used up to its end. */
  @Override
  public boolean drains(Assumptions assumed) {
    Value nothing = assumed.comparedWithNil();
    if (assumed.isTrue()
        && nothing instanceof Value.Result(Op.Call copy, _)
        && copy.name().startsWith("io.Copy")
        && !resource.drainers().isEmpty()
        && carriers.touches(copy.argument(1))) {
      return true;
    }
    return !assumed.isTrue()
        && assumed.condition() instanceof Value.Result(Op.Call call, _)
        && resource.steps().contains(call.lastName())
        && carriers.touches(call.receiver());
  }

  private boolean handsOn(Value value) {
    return carriers.holds(value)
        || carriers.isHandle(value)
        || value instanceof Value.Closure(Body literal) && inLiteral(literal)
        || carriers.isRelease(value);
  }

  private boolean call(Op.Call call) {
    if (closers.contains(call.name()) && isWith(call)) {
      return true;
    }
    if (resource.isFunction()) {
      if (call.callee() instanceof Callee.Dynamic(Value function) && carriers.carries(function)) {
        return true;
      }
    } else if (isRelease(call.name())
        && (carriers.touches(call.receiver()) || carriers.holds(call.receiver()))) {
      return true;
    } else if (call.callee() instanceof Callee.Dynamic(Value function)
        && carriers.isFromContainer(function)) {
      // One of several functions that are called, its `Close` among them.
      return true;
    }
    if (call.callee() instanceof Callee.Literal(Body literal) && inLiteral(literal)
        || call.callee() instanceof Callee.Dynamic(Value named) && isOfLiteral(named)) {
      return true;
    }
    for (int i = -1; i < call.arguments().size(); i++) {
      Value argument = call.argument(i);
      boolean isInLiteral = argument instanceof Value.Closure(Body literal) && inLiteral(literal);
      if (isInLiteral || argument instanceof Value.BoundMethod && handsOn(argument)) {
        return true;
      }
      if (carriers.holds(argument)
          || i >= 0 && carriers.touches(argument) && !isNumberOrText(argument)) {
        if (argument(call, i)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What is read of it, as {@code resp.StatusCode}: who has that can't give the thing back. */
  private static boolean isNumberOrText(Value value) {
    return value instanceof Value.Field field
        && (Kinds.isNumeric(field.type())
            || Kinds.isString(field.type())
            || Kinds.isBoolean(field.type()));
  }

  private boolean isWith(Op.Call call) {
    for (int i = -1; i < call.arguments().size(); i++) {
      if (carriers.holds(call.argument(i)) || carriers.touches(call.argument(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isRelease(String name) {
    return resource.releases().contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** What a function does with an argument that holds the thing. */
  private boolean argument(Op.Call call, int index) {
    if (resource.takers().contains(call.name())) {
      return true;
    }
    if (isLentToClient(call, index)) {
      return false;
    }
    if (call.name().equals("context.WithValue") && index == 2) {
      return true;
    }
    Optional<Summary> known = summaries.of(call.callee());
    if (known.isPresent()) {
      return byEffects(known.get(), new Value.Argument(call.parameter(index)));
    }
    if (call.callee() instanceof Callee.Language language) {
      return switch (language.function()) {
        case APPEND, PANIC -> true;
        default -> false;
      };
    }
    return index >= 0 && !StandardLibrary.borrows(call.name());
  }

  /** A client that is generated for a service uses the connection, and has no Close. */
  private static boolean isLentToClient(Op.Call call, int index) {
    List<Var> parameters =
        call.callee() instanceof Callee.Static(Func symbol)
            ? symbol.signature().params()
            : List.of();
    return index >= 0
        && index < parameters.size()
        && QualifiedName.of(parameters.get(index).type())
            .equals("google.golang.org/grpc.ClientConnInterface");
  }

  private boolean byEffects(Summary summary, Value argument) {
    for (Effect effect : summary.effects()) {
      if (Carriers.root(effect.target()).equals(argument) && gives(effect)) {
        return true;
      }
    }
    return false;
  }

  private boolean gives(Effect effect) {
    return switch (effect.kind()) {
      case CALLED -> resource.isFunction();
      case METHOD -> isRelease(effect.detail());
      case STORED, SENT -> true;
      case PASSED ->
          !StandardLibrary.borrows(effect.detail())
              || resource.takers().contains(effect.detail())
              || closers.contains(effect.detail());
      case RETURNED, SENT_TO, RECEIVED_FROM, CLOSED, GROWN, SHRUNK, WATCHED -> false;
    };
  }

  /** Whether a variable holds a function literal that gives it back. */
  private boolean isOfLiteral(Value function) {
    return carriers.sources(function).stream()
        .anyMatch(source -> source instanceof Value.Closure(Body literal) && inLiteral(literal));
  }

  /** What a function literal does with it, wherever it is called. */
  private boolean inLiteral(Body literal) {
    for (Effect effect : summaries.of(literal).effects()) {
      if (effect.kind() == Effect.Kind.CALLED && carriers.isFromContainer(effect.target())) {
        return true;
      }
      boolean isWithIt =
          carriers.touches(effect.target())
              || closers.contains(effect.detail()) && carriers.holds(effect.target());
      if (isWithIt && (gives(effect) || effect.kind() == Effect.Kind.RETURNED)) {
        return true;
      }
    }
    return false;
  }
}
