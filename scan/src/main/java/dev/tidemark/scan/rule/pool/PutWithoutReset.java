package dev.tidemark.scan.rule.pool;

import dev.tidemark.golang.effect.Effect;
import dev.tidemark.golang.effect.Summary;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An object that goes back to its pool with what was added to it: the next user adds to that, and
 * it grows with each use.
 *
 * <pre>
 *   b := pool.Get().(*batch)                     b := pool.Get().(*batch)
 *   b.events = append(b.events, e)               b.events = append(b.events, e)
 *   pool.Put(b)               // found           b.events = b.events[:0]
 *                                                pool.Put(b)               // fine
 * </pre>
 */
public final class PutWithoutReset implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "pool-put-without-reset",
          LeakClass.LEAK,
          "an object goes back to its pool with what was added to it",
          401,
          "reset it before Put, or right behind Get: `b.events = b.events[:0]`");

  private static final Set<String> WRITING =
      Set.of("Write", "WriteString", "WriteByte", "WriteRune", "ReadFrom");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, put) -> {
      if (put.name().equals("sync.Pool.Put")) {
        for (Value source : body.sources(put.argument(0))) {
          if (source instanceof Value.Result(Op.Call get, _)
              && get.name().equals("sync.Pool.Get")) {
            check(body, source, get, put, unit, out);
          }
        }
      }
    });
  }

  private static void check(
      Body body, Value object, Op.Call get, Op.Call put, Unit unit, Findings out) {
    Map<Value, Op> grown = new HashMap<>();
    Set<Value> reset = new HashSet<>();
    body.forEachBody(one -> one.forEachOp(op -> follow(op, object, one, unit, grown, reset)));
    if (reset.contains(object) || isLookedUp(object, body)) {
      return;
    }
    grown.keySet().removeAll(reset);
    grown.keySet().removeIf(place -> place instanceof Value.Field field && isPopped(field, unit));
    grown.values().stream()
        .findFirst()
        .ifPresent(op ->
            out.add(
                INFO,
                body,
                put.node(),
                "the object goes back with what was added to it, and grows with each use",
                List.of(
                    new Step(unit.span(body, get.node()), "it is taken from the pool"),
                    new Step(unit.span(body, op.node()), "something is added to it"),
                    new Step(unit.span(body, put.node()), "it is given back, not reset"))));
  }

  /** Whether it is a map that is asked for what it holds: it is there to keep that. */
  private static boolean isLookedUp(Value object, Body body) {
    return body.graph().blocks().stream()
        .anyMatch(block ->
            body.condition(block) instanceof Value.Ok(_, Value of)
                && of instanceof Value.Element element
                && element.base().equals(object));
  }

  /** Whether elements are taken off one by one: it holds what is free to be used again. */
  private static boolean isPopped(Value.Field grown, Unit unit) {
    return unit.once(Popped.class, () -> Popped.of(unit)).fields.contains(grown.name());
  }

  private record Popped(Set<FieldName> fields) {
    static Popped of(Unit unit) {
      Set<FieldName> fields = new HashSet<>();
      unit.forEachBody(body ->
          body.forEachOp(op -> {
            if (op instanceof Op.Store(var node, Value.Field field, _, _)
                && node instanceof Stmt.AssignStmt assign
                && assign.right().getFirst() instanceof Expr.SliceExpr part
                && !part.high().isNone()
                && !(part.high() instanceof Expr.BasicLit)) {
              fields.add(field.name());
            }
          }));
      return new Popped(fields);
    }
  }

  private static boolean isAppended(Op.Store store) {
    return store.value() instanceof Value.Result(Op.Call call, _)
        && call.callee().equals(new Callee.Language(Builtin.Function.APPEND))
        && call.argument(0).equals(store.place())
        && !(call.node().arguments().getFirst() instanceof Expr.SliceExpr);
  }

  private static boolean isOfMap(Op.Store store, Body body) {
    List<Expr> changed =
        switch (store.node()) {
          case Stmt.AssignStmt assign -> assign.left();
          case Stmt.IncDecStmt count -> List.of(count.x());
          default -> List.of();
        };
    return changed.stream()
        .anyMatch(one ->
            one instanceof Expr.IndexExpr element
                && body.info().type(element.x()).underlying() instanceof Type.Map);
  }

  private static void follow(
      Op op, Value object, Body body, Unit unit, Map<Value, Op> grown, Set<Value> reset) {
    switch (op) {
      case Op.Store store when isOf(store.place(), object) -> {
        if (isAppended(store)) {
          grown.put(store.place(), op);
        } else if (store.place() instanceof Value.Element(Value base, _)) {
          // An element of a slice takes the place of another.
          if (isOfMap(store, body)) {
            grown.put(base, op);
          }
        } else {
          reset.add(store.place());
        }
      }
      case Op.Store store when store.place().equals(object) -> reset.add(object);
      case Op.Call call -> call(call, object, body, unit, grown, reset);
      default -> {}
    }
  }

  private static void call(
      Op.Call call, Value object, Body body, Unit unit, Map<Value, Op> grown, Set<Value> reset) {
    String method = call.lastName();
    String lower = method.toLowerCase(Locale.ROOT);
    boolean isReset =
        lower.contains("reset")
            || lower.contains("clear")
            || lower.contains("truncate")
            || method.equals("WriteTo");
    for (int i = -1; i < call.arguments().size(); i++) {
      Value argument = call.argument(i);
      if (!argument.equals(object) && !isOf(argument, object)) {
        continue;
      }
      if (isReset) {
        reset.add(object);
      }
      if (i < 0 && WRITING.contains(method) && isBuffer(call.name())) {
        grown.put(argument, call);
      }
      if (i == 0
          && isWrittenBy(call.name())
          && isBuffer(call.node().arguments().getFirst(), body)) {
        grown.put(argument, call);
      }
      int index = i;
      unit.summaries()
          .of(call.callee())
          .ifPresent(known -> effects(known, index, argument, call, grown, reset));
    }
  }

  /** Whether a function writes to its first argument, or makes something that does. */
  private static boolean isWrittenBy(String name) {
    return name.startsWith("fmt.Fprint")
        || name.equals("io.WriteString")
        || name.equals("io.Copy")
        || name.equals("encoding/json.NewEncoder")
        || name.equals("encoding/xml.NewEncoder")
        || name.endsWith("/template.Template.Execute");
  }

  private static boolean isBuffer(Expr given, Body body) {
    return QualifiedName.of(body.info().type(given)).equals("bytes.Buffer");
  }

  private static boolean isBuffer(String name) {
    return name.startsWith("bytes.Buffer.") || name.startsWith("strings.Builder.");
  }

  private static void effects(
      Summary known,
      int index,
      Value argument,
      Op.Call call,
      Map<Value, Op> grown,
      Set<Value> reset) {
    for (Effect effect : known.effects()) {
      if (effect.target() instanceof Value.Field(Value base, var name, var type)
          && base.equals(new Value.Argument(index))) {
        Value field = new Value.Field(argument, name, type);
        switch (effect.kind()) {
          case GROWN -> grown.put(field, call);
          case SHRUNK -> reset.add(field);
          default -> {}
        }
      }
    }
  }

  private static boolean isOf(Value value, Value object) {
    return switch (value) {
      case Value.Field field -> field.base().equals(object) || isOf(field.base(), object);
      case Value.Element element -> element.base().equals(object) || isOf(element.base(), object);
      default -> false;
    };
  }
}
