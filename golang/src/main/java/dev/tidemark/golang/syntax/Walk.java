package dev.tidemark.golang.syntax;

import java.util.List;
import java.util.function.Predicate;

/** Visits a tree from above, each node before its parts, parts in the order of the source. */
public final class Walk {
  private Walk() {}

  /**
   * @param visitor says whether to go into a node's parts
   */
  public static void preorder(Node node, Predicate<Node> visitor) {
    if (isAbsent(node) || !visitor.test(node)) {
      return;
    }
    switch (node) {
      case SourceFile file -> {
        preorder(file.doc(), visitor);
        preorder(file.name(), visitor);
        each(file.decls(), visitor);
      }
      case Decl decl -> decl(decl, visitor);
      case Spec spec -> spec(spec, visitor);
      case Stmt stmt -> stmt(stmt, visitor);
      case Expr expr -> expr(expr, visitor);
      case Field field -> {
        preorder(field.doc(), visitor);
        each(field.names(), visitor);
        preorder(field.type(), visitor);
        each(field.tag(), visitor);
        preorder(field.comment(), visitor);
      }
      case FieldList list -> each(list.fields(), visitor);
      case CommentGroup group -> each(group.comments(), visitor);
      case Comment _ -> {}
    }
  }

  private static boolean isAbsent(Node node) {
    return switch (node) {
      case Expr expr -> expr.isNone();
      case Stmt stmt -> stmt.isNone();
      case FieldList list -> list.isNone();
      case CommentGroup group -> group.isNone();
      case SourceFile _, Decl _, Spec _, Field _, Comment _ -> false;
    };
  }

  private static void each(List<? extends Node> nodes, Predicate<Node> visitor) {
    for (Node node : nodes) {
      preorder(node, visitor);
    }
  }

  private static void decl(Decl decl, Predicate<Node> visitor) {
    switch (decl) {
      case Decl.BadDecl _ -> {}
      case Decl.GenDecl general -> {
        preorder(general.doc(), visitor);
        each(general.specs(), visitor);
      }
      case Decl.FuncDecl function -> {
        preorder(function.doc(), visitor);
        preorder(function.receiver(), visitor);
        preorder(function.name(), visitor);
        preorder(function.type(), visitor);
        preorder(function.body(), visitor);
      }
    }
  }

  private static void spec(Spec spec, Predicate<Node> visitor) {
    switch (spec) {
      case Spec.ImportSpec imported -> {
        preorder(imported.doc(), visitor);
        preorder(imported.name(), visitor);
        preorder(imported.path(), visitor);
        preorder(imported.comment(), visitor);
      }
      case Spec.ValueSpec value -> {
        preorder(value.doc(), visitor);
        each(value.names(), visitor);
        preorder(value.type(), visitor);
        each(value.values(), visitor);
        preorder(value.comment(), visitor);
      }
      case Spec.TypeSpec type -> {
        preorder(type.doc(), visitor);
        preorder(type.name(), visitor);
        preorder(type.typeParameters(), visitor);
        preorder(type.type(), visitor);
        preorder(type.comment(), visitor);
      }
    }
  }

  private static void stmt(Stmt stmt, Predicate<Node> visitor) {
    switch (stmt) {
      case Stmt.NoStmt _, Stmt.BadStmt _, Stmt.EmptyStmt _ -> {}
      case Stmt.DeclStmt declared -> preorder(declared.declaration(), visitor);
      case Stmt.LabeledStmt labelled -> {
        preorder(labelled.label(), visitor);
        preorder(labelled.statement(), visitor);
      }
      case Stmt.ExprStmt expression -> preorder(expression.x(), visitor);
      case Stmt.SendStmt send -> {
        preorder(send.channel(), visitor);
        preorder(send.value(), visitor);
      }
      case Stmt.IncDecStmt step -> preorder(step.x(), visitor);
      case Stmt.AssignStmt assign -> {
        each(assign.left(), visitor);
        each(assign.right(), visitor);
      }
      case Stmt.GoStmt started -> preorder(started.call(), visitor);
      case Stmt.DeferStmt deferred -> preorder(deferred.call(), visitor);
      case Stmt.ReturnStmt returned -> each(returned.results(), visitor);
      case Stmt.BranchStmt branch -> preorder(branch.label(), visitor);
      case Stmt.BlockStmt block -> each(block.statements(), visitor);
      case Stmt.IfStmt choice -> {
        preorder(choice.init(), visitor);
        preorder(choice.condition(), visitor);
        preorder(choice.body(), visitor);
        preorder(choice.otherwise(), visitor);
      }
      case Stmt.CaseClause clause -> {
        each(clause.values(), visitor);
        each(clause.body(), visitor);
      }
      case Stmt.SwitchStmt choice -> {
        preorder(choice.init(), visitor);
        preorder(choice.tag(), visitor);
        preorder(choice.body(), visitor);
      }
      case Stmt.TypeSwitchStmt choice -> {
        preorder(choice.init(), visitor);
        preorder(choice.assign(), visitor);
        preorder(choice.body(), visitor);
      }
      case Stmt.CommClause clause -> {
        preorder(clause.communication(), visitor);
        each(clause.body(), visitor);
      }
      case Stmt.SelectStmt choice -> preorder(choice.body(), visitor);
      case Stmt.ForStmt loop -> {
        preorder(loop.init(), visitor);
        preorder(loop.condition(), visitor);
        preorder(loop.post(), visitor);
        preorder(loop.body(), visitor);
      }
      case Stmt.RangeStmt loop -> {
        preorder(loop.key(), visitor);
        preorder(loop.value(), visitor);
        preorder(loop.x(), visitor);
        preorder(loop.body(), visitor);
      }
    }
  }

  private static void expr(Expr expr, Predicate<Node> visitor) {
    switch (expr) {
      case Expr.NoExpr _, Expr.BadExpr _, Expr.Ident _, Expr.BasicLit _ -> {}
      case Expr.Ellipsis ellipsis -> preorder(ellipsis.element(), visitor);
      case Expr.FuncLit function -> {
        preorder(function.type(), visitor);
        preorder(function.body(), visitor);
      }
      case Expr.CompositeLit literal -> {
        preorder(literal.type(), visitor);
        each(literal.elements(), visitor);
      }
      case Expr.ParenExpr paren -> preorder(paren.x(), visitor);
      case Expr.SelectorExpr selector -> {
        preorder(selector.x(), visitor);
        preorder(selector.selected(), visitor);
      }
      case Expr.IndexExpr indexed -> {
        preorder(indexed.x(), visitor);
        preorder(indexed.index(), visitor);
      }
      case Expr.IndexListExpr indexed -> {
        preorder(indexed.x(), visitor);
        each(indexed.indices(), visitor);
      }
      case Expr.SliceExpr slice -> {
        preorder(slice.x(), visitor);
        preorder(slice.low(), visitor);
        preorder(slice.high(), visitor);
        preorder(slice.max(), visitor);
      }
      case Expr.TypeAssertExpr assertion -> {
        preorder(assertion.x(), visitor);
        preorder(assertion.type(), visitor);
      }
      case Expr.CallExpr call -> {
        preorder(call.function(), visitor);
        each(call.arguments(), visitor);
      }
      case Expr.StarExpr star -> preorder(star.x(), visitor);
      case Expr.UnaryExpr unary -> preorder(unary.x(), visitor);
      case Expr.BinaryExpr binary -> {
        preorder(binary.x(), visitor);
        preorder(binary.y(), visitor);
      }
      case Expr.KeyValueExpr pair -> {
        preorder(pair.key(), visitor);
        preorder(pair.value(), visitor);
      }
      case Expr.ArrayType array -> {
        preorder(array.length(), visitor);
        preorder(array.element(), visitor);
      }
      case Expr.StructType struct -> preorder(struct.fields(), visitor);
      case Expr.FuncType function -> {
        preorder(function.typeParameters(), visitor);
        preorder(function.parameters(), visitor);
        preorder(function.results(), visitor);
      }
      case Expr.InterfaceType type -> preorder(type.methods(), visitor);
      case Expr.MapType map -> {
        preorder(map.key(), visitor);
        preorder(map.value(), visitor);
      }
      case Expr.ChanType channel -> preorder(channel.value(), visitor);
    }
  }
}
