package dev.tidemark.golang.ssa;

import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.List;

/** What assignments, declarations and returns put where. */
final class Assignments {
  private final Lowering lowering;
  private final TypeInfo info;

  Assignments(Lowering lowering) {
    this.lowering = lowering;
    this.info = lowering.info;
  }

  void assign(Stmt.AssignStmt assign) {
    if (assign.operator() != Token.ASSIGN && assign.operator() != Token.DEFINE) {
      Value before = lowering.operands.of(assign.left().getFirst());
      Value after = lowering.operands.of(assign.right().getFirst());
      Token operator = assign.operator() == Token.ADD_ASSIGN ? Token.ADD : Token.ILLEGAL;
      assign(assign, assign.left(), List.of(Operands.computed(assign, operator, before, after)));
      return;
    }
    assign(assign, assign.left(), values(assign.right(), assign.left().size()));
  }

  private List<Value> values(List<Expr> right, int count) {
    if (right.size() == 1 && count > 1) {
      List<Value> several = lowering.operands.several(right.getFirst(), count);
      load(right.getFirst(), several.getFirst());
      return several;
    }
    List<Value> values = new ArrayList<>(right.size());
    for (Expr expr : right) {
      Value value = lowering.operands.of(expr);
      if (!(Variables.unparen(expr) instanceof Expr.Ident name && isLocal(name))) {
        load(expr, value);
      }
      values.add(value);
    }
    return values;
  }

  private boolean isLocal(Expr.Ident name) {
    return info.symbol(name).orElse(null) instanceof Var symbol && Variables.isLocal(symbol);
  }

  void load(Node node, Value value) {
    if (value instanceof Value.Field
        || value instanceof Value.Element
        || value instanceof Value.Global) {
      lowering.emit(new Op.Load(node, value));
    }
  }

  void assign(Node node, List<Expr> left, List<Value> values) {
    for (int i = 0; i < Math.min(left.size(), values.size()); i++) {
      assign(node, Variables.unparen(left.get(i)), values.get(i));
    }
  }

  void assign(Node node, Expr left, Value value) {
    switch (left) {
      case Expr.Ident name -> {
        if (info.symbol(name).orElse(null) instanceof Var symbol) {
          if (Variables.isLocal(symbol)) {
            lowering.write(node, symbol, value);
          } else {
            lowering.emit(new Op.Store(node, new Value.Global(symbol), Value.NIL, value));
          }
        }
      }
      case Expr.IndexExpr indexed -> {
        Value base = lowering.operands.of(indexed.x());
        Value key = lowering.operands.of(indexed.index());
        lowering.emit(new Op.Store(node, new Value.Element(base, key), key, value));
      }
      default -> lowering.emit(new Op.Store(node, lowering.operands.of(left), Value.NIL, value));
    }
  }

  void declare(Spec.ValueSpec spec) {
    List<Value> values = values(spec.values(), spec.names().size());
    for (int i = 0; i < spec.names().size(); i++) {
      Expr.Ident name = spec.names().get(i);
      if (info.symbol(name).orElse(null) instanceof Var local) {
        lowering.write(name, local, i < values.size() ? values.get(i) : zero(name, local.type()));
      }
    }
  }

  private static Value zero(Expr.Ident name, Type type) {
    return Variables.isAggregate(type)
        ? new Value.Made(new Value.Site(name), Value.Kind.VARIABLE, type, Value.NIL)
        : new Value.Zero(type);
  }

  void returned(Stmt.ReturnStmt returned) {
    List<Var> results = lowering.body.signature().results();
    List<Value> values;
    if (returned.results().isEmpty()) {
      values = results.stream().filter(one -> !one.name().isEmpty()).map(lowering::read).toList();
    } else {
      values = values(returned.results(), results.size());
      // What is deferred sees named results as they are returned.
      for (int i = 0; i < Math.min(values.size(), results.size()); i++) {
        if (!results.get(i).name().isEmpty()) {
          lowering.write(returned, results.get(i), values.get(i));
        }
      }
    }
    lowering.emit(new Op.Return(returned, values));
  }
}
