package dev.tidemark.golang.flow;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Stmt;

/** How a block ends, and what its successors stand for. */
public sealed interface Exit {
  /** One successor. */
  record Jump() implements Exit {}

  /** Two: where the condition holds, where it doesn't. No {@code &&}, {@code ||} or {@code !}. */
  record If(Expr condition) implements Exit {}

  /**
   * Two: the case's body, what is tried next.
   *
   * @param tag what the value is compared with; {@link Expr#NONE} for {@code switch { … }}
   * @param isLast whether it is the last of several, and there is no default: that none of them
   *     holds is hardly meant to be
   */
  record Case(Expr tag, Expr value, boolean isLast) implements Exit {}

  /** Two: the clause's body, what is tried next. */
  record TypeCase(Stmt.TypeSwitchStmt statement, Expr type) implements Exit {}

  /** Two: the body with another element, behind the loop. */
  record Range(Stmt.RangeStmt loop) implements Exit {}

  /** One for each clause, in the order of the source; none for {@code select {}}. */
  record Select(Stmt.SelectStmt statement) implements Exit {}

  /**
   * None.
   *
   * @param statement {@link Stmt#NONE} at the end of a body
   */
  record Return(Stmt statement) implements Exit {}

  /** None: a panic, the end of the process or of the goroutine. */
  record NoReturn(Expr.CallExpr call) implements Exit {}

  /** None: the code is broken. */
  record Nowhere() implements Exit {}
}
