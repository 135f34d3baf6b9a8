package dev.tidemark.golang.syntax;

import java.util.List;

/** A declaration. */
public sealed interface Decl extends Node {
  /** Text of which no declaration could be made. */
  record BadDecl(int from, int to) implements Decl {}

  /**
   * Imports, constants, types or variables.
   *
   * @param keyword {@link Token#IMPORT}, {@link Token#CONST}, {@link Token#TYPE} or {@link
   *     Token#VAR}
   * @param isGroup whether they stand between parentheses
   */
  record GenDecl(
      int from, int to, CommentGroup doc, Token keyword, boolean isGroup, List<Spec> specs)
      implements Decl {}

  /**
   * A function or a method.
   *
   * @param receiver {@link FieldList#NONE} for a function
   * @param body none for what is written in another language
   */
  record FuncDecl(
      int from,
      int to,
      CommentGroup doc,
      FieldList receiver,
      Expr.Ident name,
      Expr.FuncType type,
      Stmt.BlockStmt body)
      implements Decl {}
}
