package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;

/**
 * What an expression was found to be.
 *
 * @param value of a constant, else unknown
 * @param builtin which function, of mode {@link Mode#BUILTIN}; else any
 */
record Operand(Mode mode, Expr expr, Type type, Constant value, Builtin.Function builtin) {
  static Operand unknown(Expr expr) {
    return new Operand(
        Mode.UNKNOWN, expr, Unknown.UNKNOWN, Constant.UNKNOWN, Builtin.Function.PANIC);
  }

  static Operand of(Mode mode, Expr expr, Type type) {
    return new Operand(mode, expr, type, Constant.UNKNOWN, Builtin.Function.PANIC);
  }

  static Operand value(Expr expr, Type type) {
    return of(Mode.VALUE, expr, type);
  }

  static Operand constant(Expr expr, Type type, Constant value) {
    return new Operand(Mode.CONSTANT, expr, type, value, Builtin.Function.PANIC);
  }

  static Operand builtin(Expr expr, Builtin.Function function) {
    return new Operand(Mode.BUILTIN, expr, Unknown.UNKNOWN, Constant.UNKNOWN, function);
  }

  Operand withExpr(Expr other) {
    return other == expr ? this : new Operand(mode, other, type, value, builtin);
  }

  Operand withType(Type other) {
    return other == type ? this : new Operand(mode, expr, other, value, builtin);
  }

  Operand withValue(Constant other) {
    return new Operand(mode, expr, type, other, builtin);
  }

  /** The same, but no constant any more. */
  Operand asValue() {
    return of(Mode.VALUE, expr, type);
  }

  boolean isUnknown() {
    return mode == Mode.UNKNOWN;
  }

  /** Whether nothing is known of its type. */
  boolean hasUnknownType() {
    return Kinds.isUnknown(type);
  }

  boolean isConstant() {
    return mode == Mode.CONSTANT;
  }

  boolean isType() {
    return mode == Mode.TYPE;
  }

  boolean isNil() {
    return mode == Mode.VALUE && type == Basic.UNTYPED_NIL;
  }
}
