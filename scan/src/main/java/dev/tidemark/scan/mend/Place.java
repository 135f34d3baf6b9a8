package dev.tidemark.scan.mend;

import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Field;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement of a function, with what is around it. */
record Place(Stmt statement, Node function, List<Stmt> siblings, int index, Parents parents) {

  /** Of a node that is no statement of its own but the whole of one's right side. */
  static Place of(Node node, Parents parents) throws NotMendable {
    Node at = node;
    while (!(at instanceof Stmt)) {
      at = parents.of(at).orElseThrow(() -> new NotMendable("it is outside of functions"));
    }
    Stmt statement = (Stmt) at;
    List<Stmt> siblings =
        switch (parents.of(statement).orElse(statement)) {
          case Stmt.BlockStmt block -> block.statements();
          case Stmt.CaseClause clause when clause.body().contains(statement) -> clause.body();
          case Stmt.CommClause clause when clause.body().contains(statement) -> clause.body();
          default -> throw new NotMendable("it is a part of another statement, and ends with that");
        };
    int index = siblings.indexOf(statement);
    return new Place(statement, function(statement, parents), siblings, index, parents);
  }

  static Node function(Node node, Parents parents) throws NotMendable {
    return parents.around(node).stream()
        .filter(one -> one instanceof Expr.FuncLit || one instanceof Decl.FuncDecl)
        .findFirst()
        .orElseThrow(() -> new NotMendable("it is outside of functions"));
  }

  Optional<Stmt> next() {
    return index + 1 < siblings.size() ? Optional.of(siblings.get(index + 1)) : Optional.empty();
  }

  /** A deferred call runs when the function ends: not for what comes again before that. */
  void mayDefer() throws NotMendable {
    for (Node around : parents.around(statement)) {
      if (around == function) {
        break;
      }
      if (around instanceof Stmt.ForStmt || around instanceof Stmt.RangeStmt) {
        throw new NotMendable("it is in a loop, where `defer` waits for the end of the function");
      }
    }
    for (Node inside : inside(Stmt.BranchStmt.class)) {
      if (((Stmt.BranchStmt) inside).keyword() == Token.GOTO) {
        throw new NotMendable("the function has a goto");
      }
    }
  }

  /** Nodes of a kind in the function, those of literals in it included. */
  List<Node> inside(Class<? extends Node> kind) {
    List<Node> found = new ArrayList<>();
    for (Node node : parents.all()) {
      if (kind.isInstance(node) && node != function && Parents.contains(function, node)) {
        found.add(node);
      }
    }
    return found;
  }

  /** Mentions of a name in the function, without selectors. */
  List<Expr.Ident> mentions(String name) {
    List<Expr.Ident> found = new ArrayList<>();
    for (Node node : inside(Expr.Ident.class)) {
      boolean isSelected =
          parents.of(node).orElse(node) instanceof Expr.SelectorExpr selector
              && selector.selected() == node;
      if (!isSelected && ((Expr.Ident) node).name().equals(name)) {
        found.add((Expr.Ident) node);
      }
    }
    return found;
  }

  /** Mentions of a variable that the statement declares: behind it, while it is in scope. */
  List<Expr.Ident> uses(String name) {
    int end = siblings.getLast().to();
    return mentions(name).stream()
        .filter(one -> one.from() >= statement.to() && one.to() <= end)
        .toList();
  }

  Expr.FuncType type() {
    return function instanceof Expr.FuncLit literal
        ? literal.type()
        : ((Decl.FuncDecl) function).type();
  }

  boolean isResult(String name) {
    return type().results().fields().stream()
        .flatMap(field -> field.names().stream())
        .anyMatch(one -> one.name().equals(name));
  }

  List<Field> results() {
    return type().results().fields();
  }
}
