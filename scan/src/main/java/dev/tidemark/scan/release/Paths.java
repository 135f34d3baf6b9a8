package dev.tidemark.scan.release;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.scan.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches the shortest way on which what was acquired is neither given back nor handed on. */
public final class Paths {
  /** Ways that are looked at; beyond that nothing is said. */
  private static final int LIMIT = 4_000;

  private final Body body;
  private final Acquisition acquired;
  private final Carriers carriers;
  private final Handling handling;
  private final Set<Value> asked;
  private final int limit;

  /**
   * A way on which it is lost.
   *
   * @param end the statement that leaves the function, or the call that acquires the next one
   * @param isOverwritten whether it ends in another turn of the loop that acquires it
   * @param branches conditions on the way, in order
   */
  public record Lost(Node end, boolean isOverwritten, List<Branch> branches) {}

  /**
   * @param taken whether the condition held
   */
  public record Branch(Node condition, boolean taken) {}

  private record Way(
      @Nullable Way before,
      Block block,
      int from,
      Map<Value, Boolean> known,
      @Nullable Branch branch) {}

  private Paths(Body body, Acquisition acquired, Carriers carriers, Handling handling, int limit) {
    this.body = body;
    this.acquired = acquired;
    this.carriers = carriers;
    this.handling = handling;
    this.asked = askedTwice(body);
    this.limit = limit;
  }

  /** Nothing where it is given back on every way. */
  public static Optional<Lost> search(Body body, Acquisition acquired, Unit unit) {
    Carriers carriers = new Carriers(body, unit.summaries(), acquired.value());
    Handling handling = new Handling(unit, acquired.resource(), carriers);
    return new Paths(body, acquired, carriers, handling, LIMIT * unit.limits().effort()).search();
  }

  private static Set<Value> askedTwice(Body body) {
    Set<Value> once = new HashSet<>();
    Set<Value> twice = new HashSet<>();
    for (Block block : body.graph().blocks()) {
      if (block.exit() instanceof Exit.If) {
        Assumptions asked = Assumptions.of(body.condition(block), true);
        if (asked.isFixed() && !once.add(asked.condition())) {
          twice.add(asked.condition());
        }
      }
    }
    return twice;
  }

  private Optional<Lost> search() {
    Deque<Way> waiting = new ArrayDeque<>();
    Set<Object> seen = new HashSet<>();
    for (Block block : body.graph().blocks()) {
      for (Op op : body.ops(block)) {
        if (op == acquired.call()) {
          int at = body.ops(block).indexOf(op);
          waiting.add(new Way(null, block, at + 1, Map.of(), null));
        } else if (waiting.isEmpty() && isDeferred(op) && handling.isHandled(op)) {
          // Deferred before: whatever the variable holds in the end is given back.
          return Optional.empty();
        }
      }
    }
    int looked = 0;
    while (!waiting.isEmpty() && looked++ < limit) {
      Way way = waiting.remove();
      Optional<Lost> lost = follow(way, waiting, seen);
      if (lost.isPresent()) {
        return lost;
      }
    }
    return Optional.empty();
  }

  private Optional<Lost> follow(Way way, Deque<Way> waiting, Set<Object> seen) {
    List<Op> ops = body.ops(way.block);
    for (Op op : ops.subList(way.from, ops.size())) {
      if (op == acquired.call()) {
        return Optional.of(lost(way, op.node(), true));
      }
      if (handling.isHandled(op)) {
        return Optional.empty();
      }
    }
    switch (way.block.exit()) {
      case Exit.Return(Stmt statement) -> {
        return Optional.of(lost(way, statement.isNone() ? endOf(body) : statement, false));
      }
      case Exit.NoReturn _, Exit.Nowhere _ -> {}
      default -> {
        for (int i = 0; i < way.block.successors().size(); i++) {
          step(way, i, waiting, seen);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isDeferred(Op op) {
    return op instanceof Op.Call call && call.mode() == Op.Mode.DEFER;
  }

  private static Node endOf(Body body) {
    int end = body.node().to();
    return new Stmt.EmptyStmt(end - 1, end, true);
  }

  private void step(Way way, int index, Deque<Way> waiting, Set<Object> seen) {
    Block next = way.block.successors().get(index);
    Map<Value, Boolean> known = way.known;
    Branch branch = null;
    if (way.block.exit() instanceof Exit.If || way.block.exit() instanceof Exit.Case) {
      Assumptions assumed = Assumptions.of(body.condition(way.block), index == 0);
      if (isWithoutResource(assumed) || assumed.isImpossible()) {
        return;
      }
      Boolean before = known.get(assumed.condition());
      if (before != null && before != assumed.isTrue()) {
        return;
      }
      if (asked.contains(assumed.condition())) {
        known = new HashMap<>(known);
        known.put(assumed.condition(), assumed.isTrue());
      }
      if (way.block.exit() instanceof Exit.If(var condition)) {
        branch = new Branch(condition, index == 0);
      }
    }
    if (seen.add(List.of(next, known))) {
      waiting.add(new Way(way, next, 0, known, branch));
    }
  }

  /** Whether a condition only holds where nothing was acquired. */
  private boolean isWithoutResource(Assumptions assumed) {
    Value compared = assumed.comparedWithNil();
    if (!compared.equals(Value.NIL)) {
      if (isError(compared)) {
        return !assumed.isTrue();
      }
      return assumed.isTrue() && carriers.touches(compared);
    }
    // errors.Is(err, …), os.IsNotExist(err) and their like hold for errors only.
    if (assumed.condition() instanceof Value.Result(Op.Call call, _)) {
      return assumed.isTrue() && call.arguments().stream().anyMatch(this::isError);
    }
    return assumed.condition() instanceof Value.Computed(Token operator, Value x, Value y)
        && operator == Token.EQL
        && assumed.isTrue()
        && (isError(x) || isError(y));
  }

  private boolean isError(Value value) {
    if (acquired.error().equals(Value.NIL)) {
      return false;
    }
    return value.equals(acquired.error())
        || (value instanceof Value.Phi || value instanceof Value.Cell)
            && body.sources(value).contains(acquired.error());
  }

  private static Lost lost(Way way, Node end, boolean isOverwritten) {
    List<Branch> branches = new ArrayList<>();
    for (Way at = way; at != null; at = at.before) {
      if (at.branch != null) {
        branches.add(at.branch);
      }
    }
    Collections.reverse(branches);
    return new Lost(end, isOverwritten, branches);
  }
}
