package dev.tidemark.golang.effect;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Which effects happen on every way to every return: a forward analysis of what must be done. */
final class Certainty {
  private final Body body;
  private final EffectTable table;
  private final List<BitSet> done;

  /** By block and successor, what needs not be done on that way. */
  private final List<List<BitSet>> spared = new ArrayList<>();

  private Certainty(Body body, EffectTable table, List<BitSet> done) {
    this.body = body;
    this.table = table;
    this.done = done;
    for (Block block : body.graph().blocks()) {
      spared.add(spared(block));
    }
  }

  /**
   * @param done numbers of what each block does
   * @return numbers of what is certain
   */
  static BitSet of(Body body, EffectTable table, List<BitSet> done) {
    return new Certainty(body, table, done).solve();
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, table.effects().size());
    return all;
  }

  private BitSet solve() {
    List<Block> order = body.graph().blocks();
    List<BitSet> out = new ArrayList<>();
    order.forEach(_ -> out.add(all()));
    boolean isChanged = true;
    while (isChanged) {
      isChanged = false;
      for (Block block : order) {
        BitSet now = block.predecessors().isEmpty() ? new BitSet() : all();
        for (Block before : block.predecessors()) {
          now.and(along(before, block, out.get(before.index())));
        }
        now.or(done.get(block.index()));
        if (!now.equals(out.get(block.index()))) {
          out.set(block.index(), now);
          isChanged = true;
        }
      }
    }
    BitSet certain = all();
    for (Block block : order) {
      if (block.exit() instanceof Exit.Return) {
        certain.and(out.get(block.index()));
      }
    }
    return certain;
  }

  private BitSet along(Block from, Block to, BitSet out) {
    List<BitSet> ways = spared.get(from.index());
    if (ways.isEmpty()) {
      return out;
    }
    BitSet along = new BitSet();
    for (int i = 0; i < ways.size(); i++) {
      if (from.successors().get(i) == to) {
        along.or(ways.get(i));
      }
    }
    along.or(out);
    return along;
  }

  /** Where a value is found to be nil, nothing need be done with it; empty for other exits. */
  private List<BitSet> spared(Block block) {
    boolean isNilCheck =
        block.exit() instanceof Exit.If
            && block.successors().getFirst() != block.successors().getLast()
            && body.condition(block) instanceof Value.Computed(Token operator, _, Value.Nil _)
            && (operator == Token.EQL || operator == Token.NEQ);
    if (!isNilCheck) {
      return List.of();
    }
    Value.Computed check = (Value.Computed) body.condition(block);
    Optional<Value> absent = table.outside(check.x());
    BitSet parts = new BitSet();
    for (int i = 0; absent.isPresent() && i < table.effects().size(); i++) {
      parts.set(i, isPart(table.effects().get(i).target(), absent.get()));
    }
    if (parts.isEmpty()) {
      return List.of();
    }
    return check.operator() == Token.EQL
        ? List.of(parts, new BitSet())
        : List.of(new BitSet(), parts);
  }

  private static boolean isPart(Value value, Value whole) {
    return value.equals(whole)
        || value instanceof Value.Field field && isPart(field.base(), whole)
        || value instanceof Value.Element element && isPart(element.base(), whole);
  }
}
