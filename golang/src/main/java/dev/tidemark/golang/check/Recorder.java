package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.types.Selection;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;

/** Is told what is found out. A later word on an expression replaces an earlier one. */
interface Recorder {
  /** Of packages that are only imported nothing is kept. */
  Recorder NONE =
      new Recorder() {
        @Override
        public void type(Expr expr, Mode mode, Type type, Constant value) {}

        @Override
        public void symbol(Expr.Ident name, Symbol symbol) {}

        @Override
        public void implicit(Node node, Symbol symbol) {}

        @Override
        public void selection(Expr.SelectorExpr expr, Selection selection) {}
      };

  void type(Expr expr, Mode mode, Type type, Constant value);

  /** What a name declares or uses. */
  void symbol(Expr.Ident name, Symbol symbol);

  /** What is declared without a name of its own: the variable of a case of a type switch. */
  void implicit(Node node, Symbol symbol);

  void selection(Expr.SelectorExpr expr, Selection selection);
}
