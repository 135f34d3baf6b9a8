package dev.tidemark.scan.wait;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From one block of a body to the next. */
final class Flow {
  private final Machine machine;
  private final Layout.Table layouts;

  /** Conditions that were not known, as they were taken. */
  private final List<Stuck.Branch> branches = new ArrayList<>();

  Flow(Machine machine, Layout.Table layouts) {
    this.machine = machine;
    this.layouts = layouts;
  }

  List<Stuck.Branch> branches() {
    return branches;
  }

  void enter(Frame frame, Block block, @Nullable Block from) {
    Layout layout = layouts.of(frame.body);
    if (from != null) {
      join(frame, layout, block, from);
    }
    for (Node node : layout.nodes(block)) {
      frame.opaque.remove(node);
      frame.turns.remove(node);
      frame.oks.remove(node);
    }
    for (Value.Made made : layout.made(block)) {
      machine.memory.make(frame, made);
    }
    frame.block = block;
    frame.next = 0;
  }

  private void join(Frame frame, Layout layout, Block block, Block from) {
    List<Value.Phi> joins = layout.joins(block);
    if (joins.isEmpty()) {
      return;
    }
    int index = block.predecessors().indexOf(from);
    List<Datum> values = new ArrayList<>(joins.size());
    for (Value.Phi phi : joins) {
      values.add(
          index < phi.operands().size()
              ? machine.memory.of(frame, phi.operands().get(index))
              : Instances.external(Unknown.UNKNOWN));
    }
    for (int i = 0; i < joins.size(); i++) {
      frame.joins.put(joins.get(i), values.get(i));
    }
  }

  void exit(Goroutine goroutine, Frame frame) {
    for (Value.Made made : layouts.of(frame.body).made(frame.block)) {
      machine.memory.size(frame, made);
    }
    switch (frame.block.exit()) {
      case Exit.Jump _ -> {
        Block next = frame.block.successors().getFirst();
        if (next.index() <= frame.block.index()) {
          machine.turn(goroutine, next);
        }
        go(frame, 0);
      }
      case Exit.If(Expr condition) -> branch(frame, condition);
      case Exit.Case(_, Expr value, boolean isLast) -> {
        Datum datum = machine.memory.of(frame, frame.body.condition(frame.block));
        if (isLast && !(datum instanceof Datum.Truth)) {
          go(frame, 0);
        } else {
          branch(frame, value);
        }
      }
      case Exit.TypeCase(_, Expr type) -> typeCase(frame, type);
      case Exit.Range(Stmt.RangeStmt loop) -> go(frame, hasNext(frame, loop) ? 0 : 1);
      case Exit.Select _ -> go(frame, frame.chosen);
      case Exit.Return _ -> frame.isReturning = true;
      case Exit.NoReturn(Expr.CallExpr call) -> {
        boolean endsGoroutine =
            frame.body.ops(frame.block).stream()
                .anyMatch(op ->
                    op instanceof Op.Call made
                        && made.node() == call
                        && made.name().equals("runtime.Goexit"));
        if (endsGoroutine) {
          goroutine.stack.forEach(one -> one.isReturning = true);
        } else {
          machine.abandon();
        }
      }
      case Exit.Nowhere _ -> machine.abandon();
    }
  }

  private void go(Frame frame, int successor) {
    enter(frame, frame.block.successors().get(successor), frame.block);
  }

  private void branch(Frame frame, Node condition) {
    Datum datum = machine.memory.of(frame, frame.body.condition(frame.block));
    boolean isTrue = machine.memory.guesses().isTrue(datum);
    if (!(datum instanceof Datum.Truth)) {
      branches.add(new Stuck.Branch(new Stuck.Spot(frame.body, condition), isTrue));
    }
    go(frame, isTrue ? 0 : 1);
  }

  private void typeCase(Frame frame, Expr expr) {
    Datum datum = machine.memory.of(frame, frame.body.condition(frame.block));
    Type type = frame.body.info().type(expr);
    if (datum instanceof Instance instance
        && !instance.isExternal
        && !(type.underlying() instanceof Interface)) {
      String name = QualifiedName.of(instance.type);
      if (!name.isEmpty()) {
        go(frame, name.equals(QualifiedName.of(type)) ? 0 : 1);
        return;
      }
    }
    go(frame, machine.memory.guesses().either());
  }

  private boolean hasNext(Frame frame, Stmt.RangeStmt loop) {
    Datum over = machine.memory.of(frame, frame.body.condition(frame.block));
    if (frame.body.info().type(loop.x()).underlying() instanceof Type.Chan) {
      return machine.memory.guesses().isTrue(frame.oks.getOrDefault(loop, new Datum.Truth(false)));
    }
    int turn = frame.turns.merge(loop.x(), 1, Integer::sum) - 1;
    Optional<SliceBounds> part =
        loop.x() instanceof Expr.SliceExpr slice && over instanceof Instance.Sequence sequence
            ? SliceBounds.of(slice, sequence, frame.body.info())
            : Optional.empty();
    int first = part.map(SliceBounds::from).orElse(0);
    frame.opaque.put(loop, new Datum.Whole(first + turn));
    if (part.isPresent()) {
      return first + turn < part.get().to();
    }
    return switch (over) {
      case Datum.Whole(long count) -> turn < count;
      case Datum.Nil _ -> false;
      case Instance.Sequence sequence when !sequence.isExternal ->
          turn < (loop.x() instanceof Expr.SliceExpr ? part(sequence) : sequence.elements.size());
      case Instance.Table table when !table.isExternal -> {
        boolean isThere = turn < table.entries.size();
        if (isThere) {
          frame.opaque.put(loop, List.copyOf(table.entries.keySet()).get(turn));
        }
        yield isThere;
      }
      default -> {
        long length = arrayLength(frame.body.info().type(loop.x()));
        yield turn
            < (length >= 0 ? length : machine.memory.guesses().number(Guesses.lengthOf(over)));
      }
    };
  }

  /** What the type says; -1 for what is no array, nor a pointer to one. */
  private static long arrayLength(Type type) {
    Type target = type.underlying() instanceof Type.Pointer(Type to) ? to : type;
    return target.underlying() instanceof Type.Array(long length, _) ? length : -1;
  }

  /** How long a part of a slice is: which one it is is not known here. */
  private long part(Instance.Sequence sequence) {
    long guess = machine.memory.guesses().number(new Datum.Term(Token.FUNC, sequence, Datum.NIL));
    return Math.min(guess, sequence.elements.size());
  }
}
