package dev.tidemark.golang.check;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Lazy;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values given to variables, parameters, results and fields (go/types, assignments.go). */
final class Assignments {
  private final Checker checker;

  Assignments(Checker checker) {
    this.checker = checker;
  }

  /** A value as it becomes where it is assigned to something of a type. */
  Operand to(Operand x, Type target) {
    if (x.isUnknown() || Kinds.isTyped(x.type())) {
      return x;
    }
    boolean isOfDefaultType = Kinds.isInterface(target) && !Kinds.isTypeParam(target);
    return checker.conversion.untypedTo(x, isOfDefaultType ? Kinds.defaultType(x.type()) : target);
  }

  /** A value as it becomes where nothing is expected of its type. */
  Operand byDefault(Operand x) {
    if (x.isUnknown() || Kinds.isTyped(x.type()) || x.isNil()) {
      return x;
    }
    return checker.conversion.untypedTo(x, Kinds.defaultType(x.type()));
  }

  /** The type that a variable gets from its first value. */
  static Type inferred(Operand x) {
    if (x.isUnknown() || x.isNil() || x.mode() == Mode.NO_VALUE) {
      return Unknown.UNKNOWN;
    }
    return Kinds.defaultType(x.type());
  }

  /**
   * Assigns values to what is on the left; a place without type is a variable to be declared or
   * blank, and gets the type of its value.
   *
   * @param targets null for a place without type
   * @return the types of the places
   */
  List<Type> assign(List<@Nullable Type> targets, List<Expr> values, boolean allowCommaOk) {
    List<Type> types = new ArrayList<>(targets.size());
    boolean isCall =
        values.size() == 1 && Exprs.unparen(values.getFirst()) instanceof Expr.CallExpr;
    if (targets.size() == values.size() && !isCall) {
      for (int i = 0; i < targets.size(); i++) {
        types.add(one(targets.get(i), checker.exprs.value(values.get(i), targets.get(i))));
      }
      return types;
    }
    if (values.size() != 1) {
      values.forEach(checker.exprs::use);
      return unknown(targets);
    }
    List<Operand> all =
        checker.exprs.values(values.getFirst(), allowCommaOk && targets.size() == 2);
    if (all.size() != targets.size()) {
      return unknown(targets);
    }
    List<Operand> assigned = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      Type target = targets.get(i);
      Operand x = all.get(i);
      types.add(target == null ? inferred(x) : target);
      assigned.add(target == null ? byDefault(x) : to(x, target));
    }
    if (allowCommaOk && all.size() == 2 && Exprs.isCommaOk(all)) {
      recordCommaOk(values.getFirst(), assigned);
    }
    return types;
  }

  private Type one(@Nullable Type target, Operand x) {
    if (target == null) {
      byDefault(x);
      return inferred(x);
    }
    to(x, target);
    return target;
  }

  private static List<Type> unknown(List<@Nullable Type> targets) {
    List<Type> types = new ArrayList<>(targets.size());
    for (Type target : targets) {
      types.add(target == null ? Unknown.UNKNOWN : target);
    }
    return types;
  }

  /** {@code v, ok = x} makes x a value of two types. */
  private void recordCommaOk(Expr expr, List<Operand> values) {
    if (values.stream().anyMatch(Operand::isUnknown)) {
      return;
    }
    List<Var> vars = new ArrayList<>(2);
    for (Operand value : values) {
      vars.add(
          new Var(
              Var.Kind.LOCAL,
              checker.pkg(),
              "",
              checker.place(expr.from()),
              Lazy.of(value.type())));
    }
    Type both = new Type.Tuple(vars);
    Expr at = expr;
    while (true) {
      checker.recorder.type(at, Mode.VALUE, both, dev.tidemark.golang.constant.Constant.UNKNOWN);
      if (!(at instanceof Expr.ParenExpr paren)) {
        return;
      }
      at = paren.x();
    }
  }

  /** {@code left = right}. */
  void assign(List<Expr> left, List<Expr> right) {
    boolean isCall = right.size() == 1 && Exprs.unparen(right.getFirst()) instanceof Expr.CallExpr;
    if (left.size() == right.size() && !isCall) {
      // Each pair by itself: what is left of the second may be looked at after the first value.
      for (int i = 0; i < left.size(); i++) {
        assign(
            java.util.Collections.singletonList(target(left.get(i))), List.of(right.get(i)), false);
      }
      return;
    }
    if (right.size() != 1) {
      left.forEach(this::target);
      right.forEach(checker.exprs::use);
      return;
    }
    List<@Nullable Type> targets = new ArrayList<>(left.size());
    for (Expr place : left) {
      targets.add(target(place));
    }
    assign(targets, right, true);
  }

  /** The type of what is assigned to; null for the blank name. */
  @Nullable Type target(Expr place) {
    if (Exprs.unparen(place) instanceof Expr.Ident name && name.name().equals("_")) {
      return null;
    }
    Operand x = checker.exprs.value(place);
    return x.isUnknown() ? Unknown.UNKNOWN : x.type();
  }

  /** {@code left := right}. */
  void define(List<Expr> left, List<Expr> right) {
    int waiting = checker.delayed.size();
    List<@Nullable Type> targets = new ArrayList<>(left.size());
    List<Expr.Ident> fresh = new ArrayList<>(left.size());
    for (Expr place : left) {
      if (!(place instanceof Expr.Ident name)) {
        targets.add(target(place));
        continue;
      }
      Symbol known = name.name().equals("_") ? null : checker.scope.here(name.name());
      if (known != null) {
        checker.recorder.symbol(name, known);
        targets.add(known instanceof Var variable ? variable.type() : Unknown.UNKNOWN);
      } else {
        targets.add(null);
        fresh.add(name);
      }
    }
    List<Type> types = assign(targets, right, true);
    checker.runDelayed(waiting);
    int next = 0;
    for (int i = 0; i < left.size(); i++) {
      if (next < fresh.size() && left.get(i) == fresh.get(next)) {
        declare(fresh.get(next++), types.get(i));
      }
    }
  }

  /** Declares a local variable. */
  Var declare(Expr.Ident name, Type type) {
    Var variable =
        new Var(
            Var.Kind.LOCAL,
            checker.pkg(),
            name.name(),
            checker.place(name.from()),
            Lazy.of(type instanceof Basic basic ? basic.defaultType() : type));
    checker.recorder.symbol(name, variable);
    checker.scope.declare(name.name(), variable);
    return variable;
  }
}
