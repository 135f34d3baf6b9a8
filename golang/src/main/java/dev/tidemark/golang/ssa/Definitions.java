package dev.tidemark.golang.ssa;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Graph;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What each local variable is at the end of each block. Blocks are filled in the graph's order. */
final class Definitions {
  private final List<Map<Var, Value>> ends = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private boolean isComplete;

  /** A join that a loop leads back to. */
  private record Open(Value.Phi phi, Block block, Var local) {}

  Definitions(Graph graph) {
    for (Block _ : graph.blocks()) {
      ends.add(new IdentityHashMap<>(4));
    }
  }

  void write(Block block, Var local, Value value) {
    ends.get(block.index()).put(local, value);
  }

  Value read(Block block, Var local) {
    Map<Var, Value> known = ends.get(block.index());
    Value value = known.get(local);
    if (value == null) {
      value = before(block, local);
      known.put(local, value);
    }
    return value;
  }

  private Value before(Block block, Var local) {
    List<Block> predecessors = block.predecessors();
    if (predecessors.isEmpty()) {
      return new Value.Zero(local.type());
    }
    if (!isComplete && predecessors.stream().anyMatch(from -> from.index() >= block.index())) {
      Value.Phi phi = new Value.Phi(block);
      open.add(new Open(phi, block, local));
      return phi;
    }
    if (predecessors.size() == 1) {
      return read(predecessors.getFirst(), local);
    }
    Value.Phi phi = new Value.Phi(block);
    ends.get(block.index()).put(local, phi);
    predecessors.forEach(from -> phi.add(read(from, local)));
    Value first = phi.operands().getFirst();
    boolean isOne = phi.operands().stream().allMatch(one -> one.equals(first));
    return isOne ? first : phi;
  }

  /** When every block is filled. */
  void complete() {
    isComplete = true;
    for (Open join : open) {
      for (Block from : join.block.predecessors()) {
        join.phi.add(read(from, join.local));
      }
    }
  }
}
