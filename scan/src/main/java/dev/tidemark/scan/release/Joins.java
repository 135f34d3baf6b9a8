package dev.tidemark.scan.release;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the variables that conditions ask for are on one way: where ways meet, what this one brings.
 */
final class Joins {
  private final Map<Block, List<Value.Phi>> asked = new IdentityHashMap<>();

  Joins(Body body) {
    Set<Value.Phi> seen = new HashSet<>();
    for (Block block : body.graph().blocks()) {
      if (block.exit() instanceof Exit.If || block.exit() instanceof Exit.Case) {
        collect(body.condition(block), seen);
      }
    }
    for (Value.Phi phi : seen) {
      asked.computeIfAbsent(phi.block(), _ -> new ArrayList<>(1)).add(phi);
    }
  }

  private static void collect(Value value, Set<Value.Phi> seen) {
    switch (value) {
      case Value.Computed computed -> {
        collect(computed.x(), seen);
        collect(computed.y(), seen);
      }
      case Value.Phi phi -> {
        if (seen.add(phi)) {
          phi.operands().forEach(operand -> collect(operand, seen));
        }
      }
      default -> {}
    }
  }

  /** What is known behind a step from one block to the next. */
  Map<Value.Phi, Value> step(Block from, Block to, Map<Value.Phi, Value> known) {
    List<Value.Phi> joined = asked.get(to);
    if (joined == null) {
      return known;
    }
    int index = to.predecessors().indexOf(from);
    boolean isOnlyOne = index == to.predecessors().lastIndexOf(from);
    Map<Value.Phi, Value> next = new HashMap<>(known);
    for (Value.Phi phi : joined) {
      if (isOnlyOne && index < phi.operands().size()) {
        next.put(phi, of(phi.operands().get(index), known));
      } else {
        next.remove(phi);
      }
    }
    return next;
  }

  /** A value with what is known of its joins. */
  static Value of(Value value, Map<Value.Phi, Value> known) {
    return switch (value) {
      case Value.Phi phi -> known.getOrDefault(phi, phi);
      case Value.Computed(var operator, Value x, Value y) ->
          new Value.Computed(operator, of(x, known), of(y, known));
      case Value.Zero(Type type) when Kinds.isBoolean(type) -> new Value.Known(Constant.of(false));
      case Value.Zero(Type type) when Kinds.hasNil(type) -> Value.NIL;
      default -> value;
    };
  }
}
