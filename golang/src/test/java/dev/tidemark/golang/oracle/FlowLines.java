package dev.tidemark.golang.oracle;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.flow.Graph;
import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.SourceFile;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which statements may follow which, as {@code testbed/oracle/flow} writes it. */
final class FlowLines {
  private FlowLines() {}

  static List<String> of(SourceFile file) {
    Set<String> lines = new TreeSet<>();
    Walk.preorder(
        file,
        node -> {
          switch (node) {
            case Decl.FuncDecl function when function.body() != Stmt.BlockStmt.NO_BODY ->
                body(function.body(), lines);
            case Expr.FuncLit function -> body(function.body(), lines);
            default -> {}
          }
          return true;
        });
    return List.copyOf(lines);
  }

  private static void body(Stmt.BlockStmt body, Set<String> lines) {
    Graph graph = Graph.of(body, FlowLines::isPanic);
    for (Block block : graph.blocks()) {
      List<String> own = statements(block, body);
      for (int i = 0; i + 1 < own.size(); i++) {
        lines.add(own.get(i) + " > " + own.get(i + 1));
      }
      if (!own.isEmpty()) {
        Set<String> next = new TreeSet<>();
        Set<Block> seen = new HashSet<>();
        block.successors().forEach(successor -> first(successor, body, seen, next));
        lines.add(own.getLast() + " > " + String.join(" ", next));
      }
    }
  }

  private static void first(Block block, Stmt.BlockStmt body, Set<Block> seen, Set<String> next) {
    if (!seen.add(block)) {
      return;
    }
    List<String> own = statements(block, body);
    if (own.isEmpty()) {
      block.successors().forEach(successor -> first(successor, body, seen, next));
    } else {
      next.add(own.getFirst());
    }
  }

  private static boolean isPanic(Expr.CallExpr call) {
    return call.function() instanceof Expr.Ident name && name.name().equals("panic");
  }

  private static List<String> statements(Block block, Stmt.BlockStmt body) {
    List<String> names = new ArrayList<>();
    for (Node node : block.nodes()) {
      boolean isBound =
          node instanceof Expr
              || node instanceof Stmt.RangeStmt
              || node instanceof Stmt.CaseClause
              || node == communication(block);
      if (!isBound) {
        names.add(String.valueOf(node.from()));
      }
    }
    switch (block.exit()) {
      case Exit.Select(Stmt.SelectStmt select) -> {
        for (Stmt clause : select.body().statements()) {
          Stmt communication = ((Stmt.CommClause) clause).communication();
          if (!communication.isNone()) {
            names.add(String.valueOf(communication.from()));
          }
        }
      }
      case Exit.Return(Stmt statement) when statement.isNone() ->
          names.add(String.valueOf(body.to() - 1));
      default -> {}
    }
    return names;
  }

  /** What a clause of a select begins with, which is evaluated before one is chosen. */
  private static Node communication(Block block) {
    for (Block before : block.predecessors()) {
      if (before.exit() instanceof Exit.Select(Stmt.SelectStmt select)) {
        int at = before.successors().indexOf(block);
        return ((Stmt.CommClause) select.body().statements().get(at)).communication();
      }
    }
    return Stmt.NONE;
  }
}
