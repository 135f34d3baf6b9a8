package dev.tidemark.scan.rule.pool;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object that is used when it is back in its pool, where another goroutine may have it.
 *
 * <pre>
 *   pool.Put(buf)                                out := bytes.Clone(buf.Bytes())
 *   return buf.Bytes()       // found            pool.Put(buf)
 *                                                return out                       // fine
 * </pre>
 */
public final class UseAfterPut implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "pool-use-after-put",
          LeakClass.HYGIENE,
          "an object is used when it is back in its pool",
          416,
          "put it back when nothing refers to it any more; copy what has to stay");

  /** Methods that return what they hold, not a copy of it. */
  private static final Set<String> ALIASES = Set.of("Bytes", "AvailableBuffer");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, put) -> {
      if (put.name().equals("sync.Pool.Put")
          && put.argument(0) instanceof Value.Result object
          && object.call().name().equals("sync.Pool.Get")) {
        Optional<Op> use =
            switch (put.mode()) {
              case NOW -> after(put, object, body);
              case DEFER -> returned(object, body);
              case GO -> Optional.empty();
            };
        use.ifPresent(op ->
            out.add(
                INFO,
                body,
                op.node(),
                "what is used here is back in its pool: another goroutine may have it",
                List.of(
                    new Step(unit.span(body, put.node()), "it is put back"),
                    new Step(unit.span(body, op.node()), "it is used"))));
      }
    });
  }

  private static Optional<Op> after(Op.Call put, Value.Result object, Body body) {
    Deque<Block> waiting = new ArrayDeque<>();
    Set<Block> seen = new HashSet<>();
    Block first = body.blockOf(put).orElse(body.graph().entry());
    List<Op> ops = body.ops(first);
    List<Op> rest = ops.subList(ops.indexOf(put) + 1, ops.size());
    for (Block at = first; ; rest = body.ops(at)) {
      boolean isNew = false;
      for (Op op : rest) {
        if (op == object.call()) {
          isNew = true;
          break;
        }
        if (uses(op, object, body)) {
          return Optional.of(op);
        }
      }
      if (!isNew) {
        at.successors().stream().filter(seen::add).forEach(waiting::add);
      }
      if (waiting.isEmpty()) {
        return Optional.empty();
      }
      at = waiting.remove();
    }
  }

  private static boolean uses(Op op, Value object, Body body) {
    return switch (op) {
      case Op.Call call -> call.mode() != Op.Mode.DEFER && isGiven(call, object, body);
      case Op.Store store -> store.place() instanceof Value.Field field && isOf(field, object);
      case Op.Return returned -> isReturned(returned, object, body);
      case Op.Send _, Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> false;
    };
  }

  private static boolean isGiven(Op.Call call, Value object, Body body) {
    List<Expr> written = call.node().arguments();
    for (int i = 0; i < Math.min(written.size(), call.arguments().size()); i++) {
      if (isOf(call.argument(i), object) && refers(written.get(i), body)) {
        return true;
      }
    }
    return call.receiver().equals(object);
  }

  private static boolean isReturned(Op.Return returned, Value object, Body body) {
    if (!(returned.node() instanceof Stmt.ReturnStmt statement)
        || statement.results().size() != returned.values().size()) {
      return false;
    }
    for (int i = 0; i < statement.results().size(); i++) {
      Value value = returned.values().get(i);
      if (isOf(value, object)
          && (!value.equals(object) || refers(statement.results().get(i), body))) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is written is the object, not a copy of what it points to. */
  private static boolean refers(Expr written, Body body) {
    return written instanceof Expr.CallExpr call
        ? body.info().type(call).underlying() instanceof Type.Slice
            && call.function() instanceof Expr.SelectorExpr
        : written instanceof Expr.Ident name
            && (body.info().type(name).underlying() instanceof Type.Pointer
                || body.info().type(name).underlying() instanceof Type.Slice);
  }

  private static Optional<Op> returned(Value object, Body body) {
    Op[] found = new Op[1];
    body.forEachOp(op -> {
      if (op instanceof Op.Return returned && isReturned(returned, object, body)) {
        found[0] = op;
      }
    });
    return Optional.ofNullable(found[0]);
  }

  /** Whether a value is the object, or memory of it. */
  private static boolean isOf(Value value, Value object) {
    return value.equals(object)
        || value instanceof Value.Field field && field.base().equals(object)
        || value instanceof Value.Result(Op.Call call, _)
            && call.name().startsWith("bytes.Buffer.")
            && ALIASES.contains(call.lastName())
            && call.receiver().equals(object);
  }
}
