package dev.tidemark.golang.calls;

import dev.tidemark.golang.calls.CallFacts.Argument;
import dev.tidemark.golang.calls.CallFacts.Flow;
import dev.tidemark.golang.calls.CallFacts.Site;
import dev.tidemark.golang.effect.AnalyzedPackage;
import dev.tidemark.golang.hierarchy.InterfaceMethod;
import dev.tidemark.golang.hierarchy.TypeMethods;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Place;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the calls of bodies, and where they put functions. */
public final class CallReader {
  private final Function<Place, String> position;
  private final List<Site> sites = new ArrayList<>();
  private final Set<Flow> flows = new LinkedHashSet<>();

  private CallReader(Function<Place, String> position) {
    this.position = position;
  }

  /**
   * @param position how a place is written, as {@code file:line}
   */
  public static CallFacts of(AnalyzedPackage analyzed, Function<Place, String> position) {
    CallReader reader = new CallReader(position);
    analyzed
        .bodies()
        .forEach(body -> body.forEachBody(one -> one.forEachOp(op -> reader.op(one, op))));
    return new CallFacts(
        reader.sites,
        List.copyOf(reader.flows),
        TypeMethods.declaredIn(analyzed.files(), (_, _) -> true));
  }

  private void op(Body body, Op op) {
    switch (op) {
      case Op.Call call -> call(body, call);
      case Op.Store store ->
          body.sources(container(store.place()))
              .forEach(
                  place -> slot(body, place).ifPresent(slot -> flow(body, store.value(), slot)));
      case Op.Return returned -> {
        for (int i = 0; i < returned.values().size(); i++) {
          flow(body, returned.values().get(i), new Slot.Result(body.name(), i));
        }
      }
      case Op.Send _, Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> {}
    }
  }

  private static Value container(Value place) {
    return place instanceof Value.Element(Value base, _) ? container(base) : place;
  }

  private void flow(Body body, Value value, Slot to) {
    for (Target from : functions(body, value)) {
      flows.add(new Flow(from, to));
    }
  }

  private void call(Body body, Op.Call call) {
    List<Target> targets =
        switch (call.callee()) {
          case Callee.Language _ -> List.of();
          case Callee.Static(Func symbol) -> List.of(declared(symbol));
          case Callee.Literal(Body literal) -> List.of(new Target.Function(literal.name()));
          case Callee.Interface(Func symbol) -> List.of(method(body, call, symbol));
          case Callee.Dynamic(Value value) -> {
            List<Target> found = functions(body, value);
            yield found.isEmpty() ? List.of(new Target.Unknown()) : found;
          }
        };
    if (targets.isEmpty()) {
      return;
    }
    List<Argument> arguments = new ArrayList<>(0);
    for (int i = 0; i < call.arguments().size(); i++) {
      for (Target function : functions(body, call.arguments().get(i))) {
        arguments.add(new Argument(i, function));
      }
    }
    Place place = new Place(body.file(), call.node().from());
    sites.add(
        new Site(body.name(), call.name(), call.mode(), targets, arguments, position.apply(place)));
  }

  private static Target method(Body body, Op.Call call, Func symbol) {
    return call.node().function() instanceof Expr.SelectorExpr selected
            && body.info().type(selected.x()).underlying() instanceof Interface face
            && face.typeSet().isKnown()
        ? new Target.Method(InterfaceMethod.of(symbol, face))
        : new Target.Unknown();
  }

  private static Target declared(Func symbol) {
    return new Target.Function(QualifiedName.of(symbol.origin()));
  }

  /** Which functions a value may be; empty where it is none, or nothing is known of it. */
  private static List<Target> functions(Body body, Value value) {
    List<Target> found = new ArrayList<>(1);
    functions(body, value, found, new HashSet<>(2));
    return found;
  }

  /**
   * @param seen what was looked at: a slice is added to over and over
   */
  private static void functions(Body body, Value value, List<Target> found, Set<Value> seen) {
    for (Value source : body.sources(value)) {
      if (!seen.add(source)) {
        continue;
      }
      switch (source) {
        case Value.Closure(Body literal) -> found.add(new Target.Function(literal.name()));
        case Value.Function(Func symbol) -> found.add(declared(symbol));
        case Value.BoundMethod(Func symbol, _) ->
            found.add(Kinds.isOfInterface(symbol) ? new Target.Unknown() : declared(symbol));
        case Value.Element(Value base, _) -> functions(body, base, found, seen);
        case Value.Result(Op.Call call, _)
            when call.callee().equals(new Callee.Language(Builtin.Function.APPEND)) ->
            call.arguments().forEach(added -> functions(body, added, found, seen));
        default -> slot(body, source).ifPresent(slot -> found.add(new Target.Kept(slot)));
      }
    }
  }

  /** Where a value is kept, if that may hold functions. */
  private static Optional<Slot> slot(Body body, Value value) {
    return switch (value) {
      case Value.Made made when holdsFunctions(made.type()) ->
          Optional.of(new Slot.Made(new Place(body.file(), made.site().node().from())));
      case Value.Field field when holdsFunctions(field.type()) ->
          Optional.of(new Slot.Field(field.name()));
      case Value.Global(Var symbol) when holdsFunctions(symbol.type()) ->
          Optional.of(new Slot.Global(symbol.pkg().path() + "." + symbol.name()));
      case Value.Parameter(Body owner, int index, Var symbol)
          when index >= 0 && holdsFunctions(symbol.type()) ->
          Optional.of(new Slot.Parameter(owner.name(), index));
      case Value.Result(Op.Call call, int index) -> result(call, index);
      default -> Optional.empty();
    };
  }

  private static Optional<Slot> result(Op.Call call, int index) {
    return switch (call.callee()) {
      case Callee.Static(Func symbol)
          when index < symbol.signature().results().size()
              && holdsFunctions(symbol.signature().results().get(index).type()) ->
          Optional.of(new Slot.Result(QualifiedName.of(symbol.origin()), index));
      case Callee.Literal(Body literal) -> Optional.of(new Slot.Result(literal.name(), index));
      default -> Optional.empty();
    };
  }

  private static boolean holdsFunctions(Type type) {
    return switch (type.underlying()) {
      case Signature _ -> true;
      case Type.Slice slice -> slice.element().underlying() instanceof Signature;
      case Type.Array array -> array.element().underlying() instanceof Signature;
      case Type.Map map -> map.element().underlying() instanceof Signature;
      case Type.Pointer pointer -> pointer.element().underlying() instanceof Signature;
      default -> false;
    };
  }
}
