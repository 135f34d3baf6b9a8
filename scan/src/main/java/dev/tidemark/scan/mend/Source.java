package dev.tidemark.scan.mend;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;

/**
 * The code that a finding is about.
 *
 * @param node the smallest one that is the finding's
 */
record Source(Node node, Text text, Parents parents) {
  Place place() throws NotMendable {
    return Place.of(node, parents);
  }

  /** {@code x, … := call(…)}, where the finding is of the call. */
  Stmt.AssignStmt assignment() throws NotMendable {
    if (place().statement() instanceof Stmt.AssignStmt assign
        && assign.right().size() == 1
        && assign.right().getFirst().equals(node)) {
      if (assign.operator() != Token.DEFINE) {
        throw new NotMendable("it is assigned to a variable that is declared elsewhere");
      }
      return assign;
    }
    throw new NotMendable("it has no variable of its own");
  }

  /** {@code f(…)}, where the finding is of the call and nothing else is done with it. */
  Expr.CallExpr call() throws NotMendable {
    if (node instanceof Expr.CallExpr call && place().statement() instanceof Stmt.ExprStmt) {
      return call;
    }
    throw new NotMendable("the call is a part of another statement");
  }
}
