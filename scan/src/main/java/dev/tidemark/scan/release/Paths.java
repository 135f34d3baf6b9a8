package dev.tidemark.scan.release;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Searches the shortest way on which what was acquired is neither given back nor handed on. */
public final class Paths {
  /** Ways that are looked at; beyond that nothing is said. */
  private static final int LIMIT = 4_000;

  private final Body body;
  private final Op from;
  private final Value error;
  private final Duty duty;
  private final Set<Value> asked;
  private final Joins joins;
  private final NeverSet neverSet;
  private final int limit;

  /**
   * A way on which it is lost.
   *
   * @param end the statement that leaves the function, or the call that acquires the next one
   * @param isOverwritten whether it ends in another turn of the loop that acquires it
   * @param isDrained whether it was used up to its end, which gives it back too
   * @param branches conditions on the way, in order
   * @param passed the blocks on the way
   */
  public record Lost(
      Node end,
      boolean isOverwritten,
      boolean isDrained,
      List<Branch> branches,
      List<Block> passed) {
    /** How the conditions on the way were answered. */
    public List<Step> answers(Unit unit, Body body) {
      return branches.stream()
          .map(branch ->
              new Step(
                  unit.span(body, branch.condition),
                  branch.taken ? "the condition holds" : "the condition does not hold"))
          .toList();
    }
  }

  /**
   * @param taken whether the condition held
   * @param value what the condition asks, without negation
   * @param isTrue whether that was so
   */
  public record Branch(Node condition, boolean taken, Value value, boolean isTrue) {}

  /**
   * @param known conditions that are asked more than once, and how they were answered
   * @param joined what variables are on this way
   */
  private record State(
      Map<Value, Boolean> known, Map<Value.Phi, Value> joined, boolean isDrained, boolean isKept) {
    static final State START = new State(Map.of(), Map.of(), false, false);

    State drained() {
      return new State(known, joined, true, isKept);
    }

    State kept() {
      return new State(known, joined, isDrained, true);
    }
  }

  private record Way(
      @Nullable Way before, Block block, int from, State state, @Nullable Branch branch) {}

  private Paths(Body body, Op from, Value error, Duty duty, NeverSet neverSet, int limit) {
    this.neverSet = neverSet;
    this.body = body;
    this.from = from;
    this.error = error;
    this.duty = duty;
    this.asked = askedTwice(body);
    this.joins = new Joins(body);
    this.limit = limit;
  }

  /** Nothing where it is given back on every way. */
  public static Optional<Lost> search(Body body, Acquisition acquired, Unit unit) {
    Resource resource = acquired.resource();
    Carriers carriers = new Carriers(body, unit.summaries(), resource, acquired.value());
    Handling handling = new Handling(unit, resource, acquired.end(), carriers);
    int limit = LIMIT * unit.limits().effort();
    return new Paths(body, acquired.call(), acquired.error(), handling, NeverSet.of(unit), limit)
        .search();
  }

  /**
   * Nothing where on every way from an operation to the end there is an operation that ends it.
   *
   * @param isOfIt whether a value is nil only where nothing was acquired
   */
  public static Optional<Lost> search(
      Unit unit, Body body, Op from, Predicate<Value> isOfIt, Predicate<Op> isHandled) {
    return search(unit, body, from, Value.NIL, isOfIt, isHandled);
  }

  /**
   * The same for an operation that may fail.
   *
   * @param error nil where it was done
   */
  public static Optional<Lost> search(
      Unit unit, Body body, Op from, Value error, Predicate<Op> isHandled) {
    return search(unit, body, from, error, _ -> false, isHandled);
  }

  private static Optional<Lost> search(
      Unit unit,
      Body body,
      Op from,
      Value error,
      Predicate<Value> isOfIt,
      Predicate<Op> isHandled) {
    Duty duty =
        new Duty() {
          @Override
          public boolean touches(Value value) {
            return isOfIt.test(value);
          }

          @Override
          public boolean isHandled(Op op) {
            return isHandled.test(op);
          }
        };
    return new Paths(body, from, error, duty, NeverSet.of(unit), LIMIT).search();
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
        if (op == from) {
          int at = body.ops(block).indexOf(op);
          waiting.add(new Way(null, block, at + 1, State.START, null));
        } else if (waiting.isEmpty() && isDeferred(op) && duty.isHandled(op)) {
          // Deferred before: whatever the variable holds in the end is given back.
          return Optional.empty();
        }
      }
    }
    int looked = 0;
    Optional<Lost> drained = Optional.empty();
    while (!waiting.isEmpty() && looked++ < limit) {
      Optional<Lost> lost = follow(waiting.remove(), waiting, seen);
      if (lost.isPresent() && !lost.get().isDrained()) {
        return lost;
      }
      drained = drained.or(() -> lost);
    }
    return drained;
  }

  private Optional<Lost> follow(Way begun, Deque<Way> waiting, Set<Object> seen) {
    Way way = begun;
    List<Op> ops = body.ops(way.block);
    for (Op op : ops.subList(way.from, ops.size())) {
      if (op == from) {
        boolean isLost = !way.state.isKept && !isCorrelated(way);
        return isLost ? Optional.of(lost(way, op.node(), true)) : Optional.empty();
      }
      if (duty.isHandled(op) || demandsError(op)) {
        return Optional.empty();
      }
      if (duty.isUsedUp(op)) {
        way = new Way(way.before, way.block, way.from, way.state.drained(), way.branch);
      }
      if (duty.isKept(op)) {
        way = new Way(way.before, way.block, way.from, way.state.kept(), way.branch);
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
    if (isHardlyMeant(way.block.exit(), index)) {
      return;
    }
    State state = way.state;
    Map<Value, Boolean> known = state.known;
    Branch branch = null;
    boolean isDrained = state.isDrained;
    if (way.block.exit() instanceof Exit.If || way.block.exit() instanceof Exit.Case) {
      Value condition = Joins.of(body.condition(way.block), state.joined);
      Assumptions assumed = Assumptions.of(condition, index == 0);
      if (isWithoutResource(assumed)
          || assumed.isImpossible()
          || assumed.isTrue() && neverSet.contains(assumed.condition())
          || duty.isOver(assumed)) {
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
      isDrained |= duty.drains(assumed);
      if (way.block.exit() instanceof Exit.If(var asked)) {
        branch = new Branch(asked, index == 0, assumed.condition(), assumed.isTrue());
      }
    }
    Map<Value.Phi, Value> joined = joins.step(way.block, next, state.joined);
    State behind = new State(known, joined, isDrained, state.isKept);
    if (seen.add(List.of(next, behind))) {
      waiting.add(new Way(way, next, 0, behind, branch));
    }
  }

  /**
   * Whether a way back to the acquisition asks for a field that the function itself sets: what is
   * acquired again may well have been given back before.
   */
  private boolean isCorrelated(Way way) {
    for (Way at = way; at != null; at = at.before) {
      if (at.branch != null && at.branch.value instanceof Value.Field field && isSet(field)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSet(Value.Field field) {
    boolean[] found = new boolean[1];
    body.forEachOp(op -> found[0] |= op instanceof Op.Store store && store.place().equals(field));
    return found[0];
  }

  /** Whether no case of a switch holds that has no default, or a clock stops to tick. */
  private boolean isHardlyMeant(Exit exit, int index) {
    return index == 1
        && switch (exit) {
          case Exit.Case(_, _, boolean isLast) -> isLast;
          case Exit.Range(Stmt.RangeStmt loop) ->
              body.info().type(loop.x()).underlying() instanceof Type.Chan channel
                  && QualifiedName.of(channel.element()).equals("time.Time");
          default -> false;
        };
  }

  /** Whether a condition only holds where nothing was acquired. */
  private boolean isWithoutResource(Assumptions assumed) {
    Value compared = assumed.comparedWithNil();
    if (!compared.equals(Value.NIL)) {
      if (isError(compared) || isOfError(compared)) {
        return !assumed.isTrue();
      }
      return assumed.isTrue() && duty.touches(compared);
    }
    // err.(*Error) is one.
    if (assumed.condition() instanceof Value.Ok(_, Value of) && isError(of)) {
      return assumed.isTrue();
    }
    // errors.Is(err, …), os.IsNotExist(err) and their like hold for errors only, as
    // assert.NoError(t, err) does not.
    if (assumed.condition() instanceof Value.Result(Op.Call call, _)) {
      boolean isNone = call.lastName().startsWith("No") || call.lastName().equals("Nil");
      return assumed.isTrue() != isNone && call.arguments().stream().anyMatch(this::isError);
    }
    return assumed.condition() instanceof Value.Computed(Token operator, Value x, Value y)
        && operator == Token.EQL
        && assumed.isTrue()
        && (isError(x) || isError(y));
  }

  /** Whether a test goes on only where nothing was acquired: {@code require.Error(t, err)}. */
  private boolean demandsError(Op op) {
    return op instanceof Op.Call call
        && (call.name().startsWith("github.com/stretchr/testify/require.")
            || call.name().startsWith("github.com/stretchr/testify/assert."))
        && (call.lastName().startsWith("Error") || call.lastName().startsWith("EqualError"))
        && call.arguments().stream().anyMatch(this::isError);
  }

  private boolean isError(Value value) {
    if (error.equals(Value.NIL)) {
      return false;
    }
    return value.equals(error)
        || (value instanceof Value.Phi || value instanceof Value.Cell)
            && body.sources(value).contains(error);
  }

  /** Whether a function made it of the error alone, as {@code db.AddError(err)} does. */
  private boolean isOfError(Value value) {
    return value instanceof Value.Result(Op.Call call, _)
        && call.arguments().stream().anyMatch(this::isError)
        && call.arguments().stream().allMatch(one -> isError(one) || one instanceof Value.Known);
  }

  private static Lost lost(Way way, Node end, boolean isOverwritten) {
    List<Branch> branches = new ArrayList<>();
    List<Block> passed = new ArrayList<>();
    for (Way at = way; at != null; at = at.before) {
      passed.add(at.block);
      if (at.branch != null) {
        branches.add(at.branch);
      }
    }
    return new Lost(
        end, isOverwritten, way.state.isDrained, branches.reversed(), passed.reversed());
  }
}
