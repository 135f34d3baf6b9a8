package dev.tidemark.scan.request;

import dev.tidemark.golang.effect.PackageSummaries;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.FirstTime;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which functions of a package run which others of it, and what they fill: whatever comes in. */
final class LocalCalls {
  /** Functions that fill what they are given from their receiver or first argument. */
  private static final Set<String> FILLING =
      Set.of(
          "Decode",
          "Unmarshal",
          "Bind",
          "BindJSON",
          "BindQuery",
          "ShouldBind",
          "ShouldBindJSON",
          "ShouldBindQuery",
          "ShouldBindUri",
          "BodyParser",
          "QueryParser",
          "Scan",
          "Read",
          "ReadFull",
          "Parse",
          "ReadJSON");

  private final PackageSummaries summaries;

  /** Functions that are handed to another, by the parameter that they come in. */
  private final Map<Value, List<Body>> handed = new HashMap<>();

  /** Results of functions by whether they are few. */
  private final Map<Given, Boolean> few = new HashMap<>();

  private record Given(Body function, int index) {}

  private final Map<Joined, Boolean> checked = new HashMap<>();

  private record Joined(Body body, Value.Phi phi, int operand) {}

  private final Map<Body, Sites> sites = new IdentityHashMap<>();

  /**
   * A call that hands something on.
   *
   * @param callees of the package
   */
  record Site(Op.Call call, List<Body> callees) {}

  /**
   * @param run the functions of the package that a function calls, or hands on to be called
   * @param calls of functions of the package
   * @param filling calls that put into one argument what comes from another
   * @param stores into what is made there, by what was made
   */
  private record Sites(
      Set<Body> run, List<Site> calls, List<Op.Call> filling, Map<Value, List<Op.Store>> stores) {}

  private static final Sites NONE = new Sites(Set.of(), List.of(), List.of(), Map.of());

  private LocalCalls(Unit unit) {
    this.summaries = unit.summaries();
    unit.forEachCall((_, call) -> hand(call));
    unit.forEachBody(body -> sites.put(body, look(body)));
  }

  static LocalCalls of(Unit unit) {
    return unit.once(LocalCalls.class, () -> new LocalCalls(unit));
  }

  /** The functions of the package that a function calls, or hands on to be called. */
  Set<Body> run(Body body) {
    return sites(body).run;
  }

  List<Site> calls(Body body) {
    return sites(body).calls;
  }

  /**
   * Whether a call is of a function of the package that only ever returns constants, and of what it
   * is called with what it has found to be one of a set.
   */
  boolean givesFew(Op.Call call, int index) {
    return summaries
        .body(call.callee())
        .filter(function ->
            few.computeIfAbsent(
                new Given(function, index), _ -> KeyCheck.isOfFew(summaries, function, index)))
        .isPresent();
  }

  /** Whether what a join takes from one block was found to be one of a set on its way. */
  boolean isChecked(Body body, Value.Phi phi, int operand) {
    return operand < phi.block().predecessors().size()
        && checked.computeIfAbsent(
            new Joined(body, phi, operand),
            _ ->
                KeyCheck.between(
                    summaries,
                    body,
                    phi.block().predecessors().get(operand),
                    phi.block(),
                    phi.operands().get(operand)));
  }

  /** Calls that put into one argument what comes from another, or from the receiver. */
  List<Op.Call> filling(Body body) {
    return sites(body).filling;
  }

  /** What is stored in the parts of what a function makes. */
  List<Op.Store> stores(Body body, Value made) {
    return sites(body).stores.getOrDefault(made, List.of());
  }

  private Sites sites(Body body) {
    return sites.getOrDefault(body, NONE);
  }

  private void hand(Op.Call call) {
    summaries
        .body(call.callee())
        .ifPresent(callee -> {
          List<Var> parameters = callee.signature().params();
          for (int i = 0; i < Math.min(parameters.size(), call.arguments().size()); i++) {
            Value parameter = new Value.Parameter(callee, i, parameters.get(i));
            function(call.argument(i), summaries)
                .ifPresent(
                    body -> handed.computeIfAbsent(parameter, _ -> new ArrayList<>()).add(body));
          }
        });
  }

  static Optional<Body> function(Value value, PackageSummaries summaries) {
    return switch (value) {
      case Value.Closure(Body body) -> Optional.of(body);
      case Value.Function(var symbol) -> summaries.body(symbol);
      case Value.BoundMethod(var symbol, _) -> summaries.body(symbol);
      default -> Optional.empty();
    };
  }

  private Sites look(Body body) {
    Sites found =
        new Sites(new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    body.forEachOp(op -> {
      switch (op) {
        case Op.Call call -> look(body, call, found);
        case Op.Store store -> {
          Value base =
              switch (store.place()) {
                case Value.Field field -> field.base();
                case Value.Element element -> element.base();
                default -> Value.NIL;
              };
          if (base instanceof Value.Made) {
            found.stores.computeIfAbsent(base, _ -> new ArrayList<>(2)).add(store);
          }
        }
        default -> {}
      }
    });
    return found;
  }

  private static boolean isWithin(Body body, Body owner) {
    Body at = body;
    while (at != owner && at.isLiteral()) {
      at = at.outer();
    }
    return at == owner;
  }

  /** Whether what a function returns may be, or hold, a literal of it that runs later. */
  private static boolean givesFunctions(Body function) {
    return function.signature().results().stream()
        .map(Var::type)
        .anyMatch(type ->
            type.underlying() instanceof Signature
                || type.underlying() instanceof Interface && !Kinds.isError(type)
                || type.unalias() instanceof Type.Pointer);
  }

  private void look(Body body, Op.Call call, Sites found) {
    List<Body> callees =
        call.callee() instanceof Callee.Dynamic(Value function)
            ? handed.getOrDefault(function, List.of())
            : summaries.body(call.callee()).map(List::of).orElse(List.of());
    // Who hands a function to another runs it: others who call that one do not.
    boolean isHandedIn =
        call.callee() instanceof Callee.Dynamic(Value.Parameter(Body owner, _, _))
            && isWithin(body, owner)
            && (owner == body || !givesFunctions(owner));
    if (!isHandedIn) {
      found.run.addAll(callees);
    }
    if (!FirstTime.runsOnce(call)) {
      call.arguments().forEach(argument -> function(argument, summaries).ifPresent(found.run::add));
    }
    if (!callees.isEmpty()) {
      found.calls.add(new Site(call, callees));
    } else if (FILLING.contains(call.lastName())) {
      found.filling.add(call);
    }
  }
}
