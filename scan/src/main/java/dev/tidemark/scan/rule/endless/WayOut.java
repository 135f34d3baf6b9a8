package dev.tidemark.scan.rule.endless;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether a function can end at all, with what the package does to the channels it waits for. */
final class WayOut {
  private final QuietChannels quiet;
  private final Op.Call start;
  private final Body around;

  /** Where it waits for what never comes. */
  private final Set<Node> quietWaits = new LinkedHashSet<>();

  /**
   * @param start the call that starts it
   * @param around where that stands
   */
  WayOut(Unit unit, Op.Call start, Body around) {
    this.quiet = QuietChannels.of(unit);
    this.start = start;
    this.around = around;
  }

  /**
   * @param body the function that is started
   */
  boolean isIn(Body body) {
    Deque<Block> waiting = new ArrayDeque<>();
    Set<Block> seen = new HashSet<>();
    waiting.add(body.graph().entry());
    while (!waiting.isEmpty()) {
      Block block = waiting.remove();
      if (waitsForEver(body, block)) {
        continue;
      }
      switch (block.exit()) {
        case Exit.Return _, Exit.NoReturn _, Exit.Nowhere _ -> {
          return true;
        }
        case Exit.Range _ when isWithoutEnd(body, block) -> add(block, 0, waiting, seen);
        default -> {
          for (int i = 0; i < block.successors().size(); i++) {
            if (isPossible(body, block, i)) {
              add(block, i, waiting, seen);
            }
          }
        }
      }
    }
    return false;
  }

  /** Where the function waits for a channel that nobody closes or sends to, once looked at. */
  List<Node> quietWaits() {
    return List.copyOf(quietWaits);
  }

  private static void add(Block block, int index, Deque<Block> waiting, Set<Block> seen) {
    Block next = block.successors().get(index);
    if (seen.add(next)) {
      waiting.add(next);
    }
  }

  private boolean waitsForEver(Body body, Block block) {
    for (Op op : body.ops(block)) {
      if (op instanceof Op.Receive receive
          && !receive.isChoice()
          && !receive.isRange()
          && quiet.neverGives(sources(body, receive.channel()))) {
        quietWaits.add(receive.node());
        return true;
      }
    }
    return false;
  }

  /** What a value may be; of what the goroutine is started with, what that is. */
  private Set<Value> sources(Body body, Value value) {
    Set<Value> sources = new HashSet<>();
    for (Value source : body.sources(value)) {
      if (source instanceof Value.Parameter(Body function, int index, _) && function == body) {
        sources.addAll(around.sources(start.argument(index)));
      } else {
        sources.add(source);
      }
    }
    return sources;
  }

  private boolean isPossible(Body body, Block block, int successor) {
    for (Op op : body.ops(block)) {
      if (op instanceof Op.Select select && successor < select.choices().size()) {
        Op.Choice choice = select.choices().get(successor);
        boolean isQuiet =
            choice.direction() == Op.Direction.RECEIVE
                && quiet.neverGives(sources(body, choice.channel()));
        if (isQuiet) {
          quietWaits.add(choice.clause().communication());
        }
        return !isQuiet;
      }
    }
    return true;
  }

  /** Nobody closes the channel of a ticker. */
  private boolean isWithoutEnd(Body body, Block block) {
    Value ranged = body.condition(block);
    return switch (ranged) {
      case Value.Field field when isTime(field.type()) && field.name().name().equals("C") -> true;
      case Value.Result(Op.Call call, _) -> call.name().equals("time.Tick");
      default -> {
        boolean isQuiet = quiet.neverCloses(sources(body, ranged));
        if (isQuiet && block.exit() instanceof Exit.Range(var loop)) {
          quietWaits.add(loop.x());
        }
        yield isQuiet;
      }
    };
  }

  private static boolean isTime(Type type) {
    Type element = type.underlying() instanceof Type.Chan channel ? channel.element() : type;
    return QualifiedName.of(element).equals("time.Time");
  }
}
