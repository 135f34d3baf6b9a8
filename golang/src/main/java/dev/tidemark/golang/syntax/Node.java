package dev.tidemark.golang.syntax;

/** A part of a file that has a meaning. Positions are byte offsets in the file. */
public sealed interface Node
    permits SourceFile, Decl, Spec, Stmt, Expr, Field, FieldList, Comment, CommentGroup {
  /** The first byte. */
  int from();

  /** The byte behind the last one. */
  int to();
}
