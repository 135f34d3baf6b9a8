package dev.tidemark.scan;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Type;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is run again and again within one call of a function. */
public final class Loops {
  /** So many of something at a time are nothing to speak of. */
  private static final int FEW = 32;

  private Loops() {}

  /** Whether there is any way back: blocks stand in the order of their ways forth. */
  public static boolean has(Body body) {
    for (Block block : body.graph().blocks()) {
      for (Block before : block.predecessors()) {
        if (before.index() >= block.index()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a way leads from an operation back to itself. */
  public static boolean repeats(Body body, Op op) {
    return has(body) && body.blockOf(op).map(block -> !around(block).isEmpty()).orElse(false);
  }

  /** Whether a way leads from one block to another. */
  public static boolean leads(Block from, Block to) {
    return reached(from, true).contains(to);
  }

  /** The blocks that can be passed on a way from a block back to it; none where there is no way. */
  public static Set<Block> around(Block block) {
    Set<Block> after = reached(block, true);
    if (!after.contains(block)) {
      return Set.of();
    }
    after.retainAll(reached(block, false));
    return after;
  }

  /** Whether every loop around a block makes a few turns, as its code says, and no more. */
  public static boolean areShort(Body body, Set<Block> around) {
    boolean isAny = false;
    for (Block head : around) {
      List<Block> ends =
          head.predecessors().stream()
              .filter(before -> around.contains(before) && before.index() >= head.index())
              .toList();
      if (!ends.isEmpty()) {
        isAny = true;
        if (!isShort(body, turn(head, ends))) {
          return false;
        }
      }
    }
    return isAny;
  }

  /** The blocks of one turn: those that lead to its end and not over its beginning. */
  private static Set<Block> turn(Block head, List<Block> ends) {
    Set<Block> turn = new HashSet<>(Set.of(head));
    Deque<Block> waiting = new ArrayDeque<>(ends);
    while (!waiting.isEmpty()) {
      Block block = waiting.remove();
      if (turn.add(block)) {
        waiting.addAll(block.predecessors());
      }
    }
    return turn;
  }

  private static boolean isShort(Body body, Set<Block> turn) {
    return turn.stream()
        .filter(block -> !turn.containsAll(block.successors()))
        .anyMatch(block ->
            switch (block.exit()) {
              case Exit.Range(var loop) -> isFew(body.info().type(loop.x()), body.condition(block));
              case Exit.If _ ->
                  body.condition(block) instanceof Value.Computed(Token operator, _, var bound)
                      && (operator == Token.LSS || operator == Token.LEQ)
                      && isFew(bound);
              default -> false;
            });
  }

  private static boolean isFew(Type over, Value value) {
    Type type = over.underlying() instanceof Type.Pointer(Type to) ? to : over;
    if (type.underlying() instanceof Type.Array(long length, _)) {
      return length <= FEW;
    }
    return isFew(value)
        || value instanceof Value.Made made
            && made.site().node() instanceof Expr.CompositeLit literal
            && literal.elements().size() <= FEW;
  }

  private static boolean isFew(Value number) {
    return number instanceof Value.Known(Constant.Int(BigInteger value))
        && value.signum() > 0
        && value.bitLength() < Integer.SIZE
        && value.intValue() <= FEW;
  }

  private static Set<Block> reached(Block from, boolean isForward) {
    Set<Block> seen = new HashSet<>();
    Deque<Block> waiting = new ArrayDeque<>();
    waiting.add(from);
    while (!waiting.isEmpty()) {
      Block block = waiting.remove();
      for (Block next : isForward ? block.successors() : block.predecessors()) {
        if (seen.add(next)) {
          waiting.add(next);
        }
      }
    }
    return seen;
  }
}
