package dev.tidemark.golang.check;

import dev.tidemark.golang.syntax.Expr;
import java.util.List;

/** {@code x[i]} or {@code x[i, j]}: an element, or an instance of something generic. */
record Indexed(Expr expr, Expr x, List<Expr> indices) {
  static Indexed of(Expr.IndexExpr index) {
    return new Indexed(index, index.x(), List.of(index.index()));
  }

  static Indexed of(Expr.IndexListExpr index) {
    return new Indexed(index, index.x(), index.indices());
  }
}
