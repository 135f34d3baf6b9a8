package dev.tidemark.golang.syntax;

import java.util.List;

/** A statement. */
public sealed interface Stmt extends Node {
  /** What stands where a statement may be left out and is. */
  Stmt NONE = new NoStmt(-1, -1);

  default boolean isNone() {
    return from() < 0;
  }

  /** No statement; there is one only, {@link #NONE}. */
  record NoStmt(int from, int to) implements Stmt {}

  /** Text of which no statement could be made. */
  record BadStmt(int from, int to) implements Stmt {}

  /** A declaration inside of a function. */
  record DeclStmt(int from, int to, Decl.GenDecl declaration) implements Stmt {}

  /**
   * Nothing.
   *
   * @param isImplicit whether its semicolon is left out before a closing brace
   */
  record EmptyStmt(int from, int to, boolean isImplicit) implements Stmt {}

  record LabeledStmt(int from, int to, Expr.Ident label, Stmt statement) implements Stmt {}

  record ExprStmt(int from, int to, Expr x) implements Stmt {}

  /** {@code channel <- value}. */
  record SendStmt(int from, int to, Expr channel, Expr value) implements Stmt {}

  /** {@code x++} or {@code x--}. */
  record IncDecStmt(int from, int to, Expr x, Token operator) implements Stmt {}

  /** {@code =}, {@code :=} or an assignment operation. */
  record AssignStmt(
      int from, int to, List<Expr> left, int operatorAt, Token operator, List<Expr> right)
      implements Stmt {}

  /** The call is a {@link Expr.CallExpr} in correct code. */
  record GoStmt(int from, int to, Expr call) implements Stmt {}

  /** The call is a {@link Expr.CallExpr} in correct code. */
  record DeferStmt(int from, int to, Expr call) implements Stmt {}

  record ReturnStmt(int from, int to, List<Expr> results) implements Stmt {}

  /** {@code break}, {@code continue}, {@code goto}, {@code fallthrough}. */
  record BranchStmt(int from, int to, Token keyword, Expr.Ident label) implements Stmt {}

  record BlockStmt(int from, int to, List<Stmt> statements) implements Stmt {
    /** Where a function has no body. */
    public static final BlockStmt NO_BODY = new BlockStmt(-1, -1, List.of());
  }

  record IfStmt(int from, int to, Stmt init, Expr condition, BlockStmt body, Stmt otherwise)
      implements Stmt {}

  /** A case of a switch; no values for {@code default}. */
  record CaseClause(int from, int to, boolean isDefault, List<Expr> values, List<Stmt> body)
      implements Stmt {}

  record SwitchStmt(int from, int to, Stmt init, Expr tag, BlockStmt body) implements Stmt {}

  /**
   * @param assign {@code x := y.(type)} or {@code y.(type)}
   */
  record TypeSwitchStmt(int from, int to, Stmt init, Stmt assign, BlockStmt body) implements Stmt {}

  /** A case of a select; no communication for {@code default}. */
  record CommClause(int from, int to, Stmt communication, List<Stmt> body) implements Stmt {}

  record SelectStmt(int from, int to, BlockStmt body) implements Stmt {}

  record ForStmt(int from, int to, Stmt init, Expr condition, Stmt post, BlockStmt body)
      implements Stmt {}

  /**
   * @param operator {@link Token#ASSIGN}, {@link Token#DEFINE}, or {@link Token#ILLEGAL} where
   *     there is neither key nor value
   */
  record RangeStmt(int from, int to, Expr key, Expr value, Token operator, Expr x, BlockStmt body)
      implements Stmt {}
}
