package dev.tidemark.scan.rule.responsebody;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.CallSites;
import dev.tidemark.scan.DeferredCancel;
import dev.tidemark.scan.PackageVariables;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which requests are cut off some time, whoever reads the answer: those of a client with a timeout
 * ({@code net/http.Client.Timeout} "will interrupt reading of the Response.Body"), and those whose
 * context ends.
 */
final class Deadlines {
  private static final String CLIENT = "net/http.Client";

  /** Clients in fields of what is made by functions that get them from others. */
  private static final int DEPTH = 5;

  private record In(Body body, Value value) {}

  private final Unit unit;
  private final Map<FieldName, List<In>> stored = new HashMap<>();
  private final Map<Var, List<In>> assigned = new HashMap<>();

  /** What is made, or kept somewhere, and gets a timeout. */
  private final Set<Value> timed = new HashSet<>();

  /** Package variables that are declared as a client with a timeout, and those without one. */
  private final Map<Var, Boolean> declared = new HashMap<>();

  private Deadlines(Unit unit) {
    this.unit = unit;
    unit.forEachBody(body ->
        body.forEachOp(op -> {
          if (op instanceof Op.Store store) {
            store(body, store);
          }
        }));
    PackageVariables.forEach(
        unit.files(),
        one -> {
          if (isClient(one.symbol().type())) {
            declared.put(one.symbol(), !one.value().isNone() && setsTimeout(one.value()));
          }
        });
  }

  static Deadlines of(Unit unit) {
    return unit.once(Deadlines.class, () -> new Deadlines(unit));
  }

  private void store(Body body, Op.Store store) {
    switch (store.place()) {
      case Value.Field(Value base, FieldName name, Type type) -> {
        if (name.name().equals("Timeout")) {
          timed.addAll(body.sources(base));
        } else if (isClient(type)) {
          stored.computeIfAbsent(name, _ -> new ArrayList<>()).add(new In(body, store.value()));
        }
      }
      case Value.Global(Var symbol) when isClient(symbol.type()) ->
          assigned.computeIfAbsent(symbol, _ -> new ArrayList<>()).add(new In(body, store.value()));
      default -> {}
    }
  }

  private static boolean isClient(Type type) {
    return QualifiedName.of(type).equals(CLIENT);
  }

  /** Whether who makes a client is told how long: {@code newClient(WithTimeout(time.Second))}. */
  private static boolean takesDuration(Expr.CallExpr call, Body body, int depth) {
    return call.arguments().stream()
        .anyMatch(argument ->
            QualifiedName.of(body.info().type(argument)).equals("time.Duration")
                || depth < 1
                    && argument instanceof Expr.CallExpr inner
                    && takesDuration(inner, body, depth + 1));
  }

  private static boolean setsTimeout(Node value) {
    boolean[] found = new boolean[1];
    Walk.preorder(
        value,
        node -> {
          found[0] |=
              node instanceof Expr.KeyValueExpr pair
                  && pair.key() instanceof Expr.Ident key
                  && key.name().equals("Timeout");
          return !(node instanceof Expr.FuncLit);
        });
    return found[0];
  }

  /** Whether the request that a call sends ends by itself. */
  boolean isCutOff(Op.Call call, Body body) {
    if (hasTimeout(new In(body, call.receiver()), 0)) {
      return true;
    }
    for (Value argument : call.arguments()) {
      for (Value source : body.sources(argument)) {
        if (source instanceof Value.Result(Op.Call maker, _)
            && (isEnding(maker, body, 0) || context(maker, body))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasTimeout(In client, int depth) {
    if (depth > DEPTH || client.value.equals(Value.NIL)) {
      return false;
    }
    Set<Value> sources = client.body.sources(client.value);
    return !sources.isEmpty()
        && sources.stream().allMatch(source -> isTimed(client.body, source, depth));
  }

  private boolean isTimed(Body body, Value source, int depth) {
    if (timed.contains(source)) {
      return true;
    }
    return switch (source) {
      case Value.Field field ->
          isClient(field.type()) && all(stored.getOrDefault(field.name(), List.of()), depth);
      case Value.Global(Var symbol) -> {
        List<In> values = assigned.getOrDefault(symbol, List.of());
        Boolean isDeclared = declared.get(symbol);
        yield isDeclared == null
            ? all(values, depth)
            : isDeclared && (values.isEmpty() || all(values, depth));
      }
      case Value.Parameter(Body owner, int index, _) when index >= 0 && !owner.isLiteral() ->
          all(
              CallSites.of(unit).of(owner.symbol()).stream()
                  .map(site -> new In(site.body(), site.call().argument(index)))
                  .toList(),
              depth);
      case Value.Result(Op.Call call, _) when takesDuration(call.node(), body, 0) -> true;
      case Value.Result(Op.Call call, int index) -> {
        List<In> returned = new ArrayList<>();
        unit.summaries()
            .body(call.callee())
            .ifPresent(function ->
                function.forEachOp(op -> {
                  if (op instanceof Op.Return(_, List<Value> values)
                      && index < values.size()
                      && !values.get(index).equals(Value.NIL)) {
                    returned.add(new In(function, values.get(index)));
                  }
                }));
        yield all(returned, depth);
      }
      default -> false;
    };
  }

  private boolean all(List<In> values, int depth) {
    return !values.isEmpty() && values.stream().allMatch(value -> hasTimeout(value, depth + 1));
  }

  /** Whether a call makes a request of a context that ends. */
  private static boolean context(Op.Call maker, Body body) {
    return switch (maker.name()) {
      case "net/http.NewRequestWithContext",
          "net/http.Request.WithContext",
          "net/http.Request.Clone" ->
          body.sources(maker.argument(0)).stream()
              .anyMatch(given ->
                  given instanceof Value.Result(Op.Call call, _) && isEnding(call, body, 0));
      default -> false;
    };
  }

  /** Whether a call makes a context that ends by itself, or when the function does. */
  private static boolean isEnding(Op.Call maker, Body body, int depth) {
    return switch (maker.name()) {
      case "context.WithTimeout",
          "context.WithTimeoutCause",
          "context.WithDeadline",
          "context.WithDeadlineCause",
          "net/http.Request.Context" ->
          true;
      case "context.WithCancel", "context.WithCancelCause", "os/signal.NotifyContext" ->
          DeferredCancel.isOf(maker, body);
      case "context.WithValue" ->
          depth < DEPTH
              && body.sources(maker.argument(0)).stream()
                  .anyMatch(parent ->
                      parent instanceof Value.Result(Op.Call call, _)
                          && isEnding(call, body, depth + 1));
      default -> false;
    };
  }
}
