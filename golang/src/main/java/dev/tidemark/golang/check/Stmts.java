package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Label;
import dev.tidemark.golang.types.Lazy;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at statements, in order (go/types, stmt.go). */
final class Stmts {
  private final Checker checker;
  private final LocalDecls decls;

  Stmts(Checker checker) {
    this.checker = checker;
    this.decls = new LocalDecls(checker);
  }

  /** A body, in the scope that holds its parameters. */
  void body(Signature signature, Stmt.BlockStmt body) {
    Signature before = checker.signature;
    Constant iota = checker.iota;
    checker.signature = signature;
    checker.iota = null;
    list(body.statements());
    checker.signature = before;
    checker.iota = iota;
  }

  /**
   * The body of a literal is looked at when its statement is done: it may name what that declares.
   */
  void literalBody(Expr.FuncLit function, Signature signature) {
    Scope around = checker.scope;
    Constant iota = checker.iota;
    Runnable body =
        () -> {
          Scope before = checker.scope;
          Constant iotaBefore = checker.iota;
          checker.scope = new Scope(around);
          declare(function.type(), signature);
          body(signature, function.body());
          checker.scope = before;
          checker.iota = iotaBefore;
        };
    if (checker.isBody) {
      checker.delayed.addLast(body);
    } else {
      checker.source.expectBody(checker, around, function, signature, iota);
    }
  }

  /** Declares the parameters and results of a function in the scope that is open. */
  void declare(Expr.FuncType type, Signature signature) {
    FuncScope.declare(checker.scope, type, signature);
  }

  private void list(List<Stmt> stmts) {
    for (Stmt stmt : stmts) {
      stmt(stmt);
    }
  }

  void stmt(Stmt stmt) {
    int waiting = checker.delayed.size();
    of(stmt);
    checker.runDelayed(waiting);
  }

  private void of(Stmt stmt) {
    switch (stmt) {
      case Stmt.NoStmt _, Stmt.BadStmt _, Stmt.EmptyStmt _ -> {}
      case Stmt.DeclStmt declaration -> decls.declare(declaration.declaration());
      case Stmt.LabeledStmt labeled -> {
        Expr.Ident name = labeled.label();
        checker.recorder.symbol(
            name, new Label(checker.pkg(), name.name(), checker.place(name.from())));
        stmt(labeled.statement());
      }
      case Stmt.ExprStmt expr -> checker.exprs.raw(expr.x(), null, null, false);
      case Stmt.SendStmt send -> send(send);
      case Stmt.IncDecStmt step -> {
        Token operator = step.operator() == Token.INC ? Token.ADD : Token.SUB;
        Expr one = Exprs.one(step.x());
        operation(step.x(), one, operator);
      }
      case Stmt.AssignStmt assign -> assign(assign);
      case Stmt.GoStmt go -> checker.exprs.raw(go.call(), null, null, false);
      case Stmt.DeferStmt defer -> checker.exprs.raw(defer.call(), null, null, false);
      case Stmt.ReturnStmt result -> returned(result);
      case Stmt.BranchStmt _ -> {}
      case Stmt.BlockStmt block -> {
        checker.open();
        list(block.statements());
        checker.close();
      }
      case Stmt.IfStmt branch -> {
        checker.open();
        stmt(branch.init());
        checker.exprs.value(branch.condition());
        stmt(branch.body());
        stmt(branch.otherwise());
        checker.close();
      }
      case Stmt.SwitchStmt choice -> choice(choice);
      case Stmt.TypeSwitchStmt choice -> typeChoice(choice);
      case Stmt.SelectStmt select -> select(select);
      case Stmt.CaseClause clause -> list(clause.body());
      case Stmt.CommClause clause -> communication(clause);
      case Stmt.ForStmt loop -> {
        checker.open();
        stmt(loop.init());
        if (!loop.condition().isNone()) {
          checker.exprs.value(loop.condition());
        }
        stmt(loop.post());
        stmt(loop.body());
        checker.close();
      }
      case Stmt.RangeStmt loop -> range(loop);
    }
  }

  private void send(Stmt.SendStmt send) {
    Operand channel = checker.exprs.value(send.channel());
    Operand value = checker.exprs.value(send.value());
    Type element =
        Kinds.commonUnderlying(channel.type()).orElse(Unknown.UNKNOWN) instanceof Type.Chan chan
            ? chan.element()
            : Unknown.UNKNOWN;
    checker.assignments.to(value, element);
  }

  /** {@code x op= y}: x is read, and then assigned to. */
  private void operation(Expr x, Expr y, Token operator) {
    Operand result = checker.operators.binary(x, x, y, operator);
    Type target = checker.assignments.target(x);
    if (target != null) {
      checker.assignments.to(result, target);
    }
  }

  private void assign(Stmt.AssignStmt assign) {
    switch (assign.operator()) {
      case ASSIGN -> checker.assignments.assign(assign.left(), assign.right());
      case DEFINE -> checker.assignments.define(assign.left(), assign.right());
      default -> {
        if (assign.left().size() == 1 && assign.right().size() == 1) {
          operation(
              assign.left().getFirst(), assign.right().getFirst(), operation(assign.operator()));
        } else {
          assign.left().forEach(checker.exprs::use);
          assign.right().forEach(checker.exprs::use);
        }
      }
    }
  }

  private static Token operation(Token assignment) {
    return switch (assignment) {
      case ADD_ASSIGN -> Token.ADD;
      case SUB_ASSIGN -> Token.SUB;
      case MUL_ASSIGN -> Token.MUL;
      case QUO_ASSIGN -> Token.QUO;
      case REM_ASSIGN -> Token.REM;
      case AND_ASSIGN -> Token.AND;
      case OR_ASSIGN -> Token.OR;
      case XOR_ASSIGN -> Token.XOR;
      case SHL_ASSIGN -> Token.SHL;
      case SHR_ASSIGN -> Token.SHR;
      default -> Token.AND_NOT;
    };
  }

  private void returned(Stmt.ReturnStmt result) {
    List<Var> results = checker.signature.results();
    if (result.results().isEmpty()) {
      return;
    }
    List<@Nullable Type> targets = new ArrayList<>(results.size());
    for (Var variable : results) {
      targets.add(variable.type());
    }
    checker.assignments.assign(targets, result.results(), false);
  }

  private void choice(Stmt.SwitchStmt choice) {
    checker.open();
    stmt(choice.init());
    Operand tag;
    if (choice.tag().isNone()) {
      tag = Operand.constant(Expr.NONE, Basic.BOOL, Constant.of(true));
    } else {
      tag = checker.assignments.byDefault(checker.exprs.value(choice.tag()));
    }
    for (Stmt clause : choice.body().statements()) {
      if (clause instanceof Stmt.CaseClause values) {
        for (Expr value : values.values()) {
          checker.operators.switchCase(checker.exprs.value(value), tag);
        }
        checker.open();
        list(values.body());
        checker.close();
      }
    }
    checker.close();
  }

  private void typeChoice(Stmt.TypeSwitchStmt choice) {
    checker.open();
    stmt(choice.init());
    Expr.Ident name = Expr.Ident.NO_NAME;
    Expr guard = Expr.NONE;
    if (choice.assign() instanceof Stmt.ExprStmt expr) {
      guard = expr.x();
    } else if (choice.assign() instanceof Stmt.AssignStmt assign
        && assign.left().size() == 1
        && assign.right().size() == 1) {
      guard = assign.right().getFirst();
      name = assign.left().getFirst() instanceof Expr.Ident ident ? ident : name;
    }
    Operand x =
        guard instanceof Expr.TypeAssertExpr assertion
            ? checker.exprs.value(assertion.x())
            : Operand.unknown(guard);
    for (Stmt stmt : choice.body().statements()) {
      if (stmt instanceof Stmt.CaseClause clause) {
        typeCase(clause, name, x);
      }
    }
    checker.close();
  }

  private void typeCase(Stmt.CaseClause clause, Expr.Ident name, Operand x) {
    Type only = Unknown.UNKNOWN;
    boolean isNil = false;
    for (Expr value : clause.values()) {
      if (isNil(value)) {
        checker.exprs.value(value);
        isNil = true;
      } else {
        only = checker.types.type(value);
      }
    }
    checker.open();
    if (!name.isNone() && !name.name().equals("_")) {
      boolean isOne = clause.values().size() == 1 && !isNil;
      Type type = isOne ? only : x.type();
      Var variable =
          new Var(
              Var.Kind.LOCAL,
              checker.pkg(),
              name.name(),
              checker.place(name.from()),
              Lazy.of(type));
      checker.scope.declare(name.name(), variable);
      checker.recorder.implicit(clause, variable);
    }
    list(clause.body());
    checker.close();
  }

  private boolean isNil(Expr expr) {
    return Exprs.unparen(expr) instanceof Expr.Ident name
        && checker.lookup(name.name()) instanceof dev.tidemark.golang.types.Nil;
  }

  private void select(Stmt.SelectStmt select) {
    for (Stmt clause : select.body().statements()) {
      stmt(clause);
    }
  }

  private void communication(Stmt.CommClause clause) {
    checker.open();
    stmt(clause.communication());
    list(clause.body());
    checker.close();
  }

  private void range(Stmt.RangeStmt loop) {
    Operand x = checker.exprs.value(loop.x());
    checker.open();
    Iteration iteration = x.isUnknown() ? Iteration.UNKNOWN : Iteration.over(x.type());
    boolean isInteger = !x.isUnknown() && Kinds.isInteger(x.type());
    List<Expr> left = new ArrayList<>(2);
    if (!loop.key().isNone()) {
      left.add(loop.key());
      if (!loop.value().isNone()) {
        left.add(loop.value());
      }
    }
    if (loop.operator() == Token.DEFINE) {
      define(left, iteration, isInteger ? Optional.of(x) : Optional.empty());
    } else {
      for (int i = 0; i < left.size(); i++) {
        Type target = checker.assignments.target(left.get(i));
        if (isInteger) {
          if (target == null) {
            checker.assignments.byDefault(x);
          } else {
            checker.assignments.to(x, target);
          }
        }
      }
      if (left.isEmpty() && isInteger) {
        checker.assignments.byDefault(x);
      }
    }
    stmt(loop.body());
    checker.close();
  }

  /** The variables are declared together: neither is in scope where the other is. */
  private void define(List<Expr> left, Iteration iteration, Optional<Operand> integer) {
    List<Type> types =
        left.size() == 1 ? Collections.singletonList(iteration.key()) : iteration.both();
    for (int i = 0; i < left.size(); i++) {
      if (left.get(i) instanceof Expr.Ident name) {
        integer.ifPresent(checker.assignments::byDefault);
        checker.assignments.declare(name, types.get(i));
      } else {
        checker.exprs.use(left.get(i));
      }
    }
  }
}
