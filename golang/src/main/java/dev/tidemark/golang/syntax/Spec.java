package dev.tidemark.golang.syntax;

import java.util.List;

/** One entry of a declaration. */
public sealed interface Spec extends Node {
  record ImportSpec(
      int from, int to, CommentGroup doc, Expr.Ident name, Expr.BasicLit path, CommentGroup comment)
      implements Spec {}

  /** Constants or variables. */
  record ValueSpec(
      int from,
      int to,
      CommentGroup doc,
      List<Expr.Ident> names,
      Expr type,
      List<Expr> values,
      CommentGroup comment)
      implements Spec {}

  /**
   * @param isAlias whether it is {@code type A = B}
   */
  record TypeSpec(
      int from,
      int to,
      CommentGroup doc,
      Expr.Ident name,
      FieldList typeParameters,
      boolean isAlias,
      Expr type,
      CommentGroup comment)
      implements Spec {}
}
