package dev.tidemark.golang.flow;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The control-flow graph of one body. Blocks that nothing leads to are left out. */
public final class Graph {
  private final List<Block> blocks;

  private Graph(List<Block> blocks) {
    this.blocks = Collections.unmodifiableList(blocks);
  }

  /**
   * @param doesNotReturn whether what stands behind a call is never reached
   */
  public static Graph of(Stmt.BlockStmt body, Predicate<Expr.CallExpr> doesNotReturn) {
    return new Graph(reversePostorder(new GraphBuilder(doesNotReturn).build(body)));
  }

  /**
   * In reverse postorder: but for the way back in loops, each block after those that lead to it.
   */
  public List<Block> blocks() {
    return blocks;
  }

  public Block entry() {
    return blocks.getFirst();
  }

  /** Without recursion: a body may have a hundred thousand blocks in a row. */
  private static List<Block> reversePostorder(Block entry) {
    List<Block> order = new ArrayList<>();
    Deque<Block> path = new ArrayDeque<>();
    Deque<Integer> turn = new ArrayDeque<>();
    entry.index = 0;
    path.push(entry);
    turn.push(0);
    while (!path.isEmpty()) {
      Block at = path.peek();
      int child = turn.pop();
      if (child == at.next.size()) {
        order.add(path.pop());
        continue;
      }
      turn.push(child + 1);
      // The last successor first, so that the first one comes right behind its block.
      Block next = at.next.get(at.next.size() - 1 - child);
      if (next.index < 0) {
        next.index = 0;
        path.push(next);
        turn.push(0);
      }
    }
    Collections.reverse(order);
    for (int i = 0; i < order.size(); i++) {
      order.get(i).index = i;
    }
    for (Block block : order) {
      for (Block next : block.next) {
        if (!next.from.contains(block)) {
          next.from.add(block);
        }
      }
    }
    return order;
  }
}
