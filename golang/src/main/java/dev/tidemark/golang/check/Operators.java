package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.constant.Operations;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Identity;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Type;
import java.util.Optional;

/** Operations with one and with two operands. */
final class Operators {
  /** Constants of more bits are an overflow (go/types, const.go). */
  private static final int MOST_BITS = 512;

  /** Enough to write the smallest float64 as a shift (go/types, {@code shiftBound}). */
  private static final int FARTHEST_SHIFT = 1023 - 1 + 52;

  private final Checker checker;

  Operators(Checker checker) {
    this.checker = checker;
  }

  static boolean isShift(Token operator) {
    return operator == Token.SHL || operator == Token.SHR;
  }

  static boolean isComparison(Token operator) {
    return switch (operator) {
      case EQL, NEQ, LSS, LEQ, GTR, GEQ -> true;
      default -> false;
    };
  }

  Operand unary(Expr.UnaryExpr unary) {
    Operand x = checker.exprs.value(unary.x());
    Token operator = unary.operator();
    switch (operator) {
      case AND -> {
        return x.isUnknown()
            ? Operand.unknown(unary)
            : Operand.value(unary, new Type.Pointer(x.type()));
      }
      case ARROW -> {
        checker.hasCallOrReceive = true;
        Optional<Type> under = Kinds.commonUnderlying(x.type());
        return under.isPresent() && under.get() instanceof Type.Chan chan
            ? Operand.of(Mode.COMMA_OK, unary, chan.element())
            : Operand.unknown(unary);
      }
      default -> {}
    }
    if (x.isUnknown()) {
      return Operand.unknown(unary);
    }
    if (!x.isConstant()) {
      return Operand.value(unary, x.type());
    }
    int bits =
        Kinds.isUnsigned(x.type()) && x.type().underlying() instanceof Basic basic
            ? Representable.bits(basic)
            : 0;
    Constant value = Operations.unary(operator, x.value(), bits);
    return bounded(Operand.constant(unary, x.type(), value));
  }

  /** A constant that its type can hold; else one of unknown value. */
  private static Operand bounded(Operand x) {
    if (Kinds.isTyped(x.type())) {
      Constant held =
          x.type().underlying() instanceof Basic basic ? Representable.as(x.value(), basic) : null;
      return x.withValue(held == null ? Constant.UNKNOWN : held);
    }
    return x.value() instanceof Constant.Int && Conversions.bitLength(x.value()) > MOST_BITS
        ? x.withValue(Constant.UNKNOWN)
        : x;
  }

  /**
   * @param expr what the result belongs to
   */
  Operand binary(Expr expr, Expr left, Expr right, Token operator) {
    Operand x = checker.exprs.value(left);
    Operand y = checker.exprs.value(right);
    if (isShift(operator)) {
      return x.isUnknown() ? Operand.unknown(expr) : shift(expr, x, y, operator);
    }
    if (isComparison(operator)) {
      return comparison(expr, x, y, operator);
    }
    if (x.isUnknown() || y.isUnknown() || x.hasUnknownType() || y.hasUnknownType()) {
      return withUnknown(expr, x, y);
    }
    Operand[] both = matched(x, y);
    x = both[0];
    y = both[1];
    if (x.isUnknown() || y.isUnknown() || !Identity.identical(x.type(), y.type())) {
      return Operand.unknown(expr);
    }
    if (!x.isConstant() || !y.isConstant()) {
      return Operand.value(expr, x.type());
    }
    boolean isWhole = operator == Token.QUO && Kinds.isInteger(x.type());
    Constant value = Operations.binary(x.value(), isWhole ? Token.QUO_ASSIGN : operator, y.value());
    return bounded(Operand.constant(expr, x.type(), value));
  }

  /** Both operands have one type: what is known of one is known of the result. */
  private Operand withUnknown(Expr expr, Operand x, Operand y) {
    boolean isFirstKnown = !x.isUnknown() && !x.hasUnknownType();
    Operand known = isFirstKnown ? x : y;
    if (known.isUnknown() || known.hasUnknownType()) {
      // pkg.T + pkg.T, of a type of which only the name is known
      return !x.isUnknown() && !y.isUnknown() && Identity.identical(x.type(), y.type())
          ? Operand.value(expr, x.type())
          : Operand.unknown(expr);
    }
    Operand other = isFirstKnown ? y : x;
    if (Kinds.isUntyped(known.type())) {
      if (!other.isUnknown()) {
        checker.assignments.to(known, other.type());
        return Operand.value(expr, other.type());
      }
      checker.untyped.setType(known.expr(), dev.tidemark.golang.types.Unknown.UNKNOWN, true);
      return Operand.unknown(expr);
    }
    return Operand.value(expr, known.type());
  }

  private Operand comparison(Expr expr, Operand first, Operand second, Token operator) {
    Operand[] both = matched(first, second);
    Operand x = both[0];
    Operand y = both[1];
    if (x.isConstant() && y.isConstant()) {
      boolean isKnown =
          !(x.value() instanceof Constant.Unknown) && !(y.value() instanceof Constant.Unknown);
      Constant value =
          isKnown
              ? Constant.of(Operations.compare(x.value(), operator, y.value()))
              : Constant.UNKNOWN;
      return Operand.constant(expr, Basic.UNTYPED_BOOL, value);
    }
    settle(x, y);
    settle(y, x);
    return Operand.value(expr, Basic.UNTYPED_BOOL);
  }

  /** The operands of a comparison get their final types: its result does not depend on them. */
  private void settle(Operand x, Operand other) {
    if (x.isUnknown() || Kinds.isTyped(x.type())) {
      return;
    }
    boolean isOpen = other.isUnknown() || other.hasUnknownType();
    Type type =
        isOpen && !x.isNil()
            ? dev.tidemark.golang.types.Unknown.UNKNOWN
            : Kinds.defaultType(x.type());
    checker.untyped.setType(x.expr(), type, true);
  }

  /** Compares the value of a case with what is switched on. */
  void switchCase(Operand value, Operand tag) {
    if (tag.isUnknown() || tag.hasUnknownType()) {
      settle(value, tag);
      return;
    }
    Operand converted = value.isUnknown() ? value : checker.conversion.untypedTo(value, tag.type());
    settle(converted, tag);
  }

  /** The operands with untyped ones made what the other is (go/types, {@code matchTypes}). */
  Operand[] matched(Operand x, Operand y) {
    if (x.isUnknown() || y.isUnknown() || !mayMatch(x, y)) {
      return new Operand[] {x, y};
    }
    Operand left = checker.conversion.untypedTo(x, y.type());
    if (left.isUnknown()) {
      return new Operand[] {left, y};
    }
    return new Operand[] {left, checker.conversion.untypedTo(y, left.type())};
  }

  private static boolean mayMatch(Operand x, Operand y) {
    if (Kinds.isTyped(x.type()) && Kinds.isTyped(y.type())) {
      return false;
    }
    if (x.hasUnknownType() || y.hasUnknownType()) {
      return false;
    }
    if (Kinds.isNumeric(x.type()) != Kinds.isNumeric(y.type())) {
      return false;
    }
    if (isPlainInterface(x) || isPlainInterface(y)) {
      return true;
    }
    if (Kinds.isBoolean(x.type()) != Kinds.isBoolean(y.type())
        || Kinds.isString(x.type()) != Kinds.isString(y.type())) {
      return false;
    }
    if (x.isNil()) {
      return Kinds.hasNil(y.type());
    }
    if (y.isNil()) {
      return Kinds.hasNil(x.type());
    }
    return !Kinds.isPointer(x.type()) && !Kinds.isPointer(y.type());
  }

  private static boolean isPlainInterface(Operand x) {
    return Kinds.isInterface(x.type()) && !Kinds.isTypeParam(x.type());
  }

  private Operand shift(Expr expr, Operand x, Operand count, Token operator) {
    Constant whole = x.isConstant() ? Conversions.toInt(x.value()) : Constant.UNKNOWN;
    Operand y = count;
    if (!y.isUnknown() && Kinds.isUntyped(y.type())) {
      // A constant count stays untyped; it only has to be one that fits.
      y = y.isConstant() ? y : checker.conversion.untypedTo(y, Basic.UINT);
    }
    if (x.isConstant() && y.isConstant()) {
      Type type = Kinds.isInteger(x.type()) ? x.type() : Basic.UNTYPED_INT;
      Constant by = Conversions.toInt(y.value());
      long steps = by instanceof Constant.Int steady ? Conversions.asLong(steady).orElse(-1) : -1;
      if (steps < 0 || steps > FARTHEST_SHIFT || whole instanceof Constant.Unknown) {
        return Operand.constant(expr, type, Constant.UNKNOWN);
      }
      return bounded(Operand.constant(expr, type, Operations.shift(whole, operator, (int) steps)));
    }
    if (x.isConstant() && Kinds.isUntyped(x.type())) {
      // What is shifted gets the type that the whole is used as.
      checker.untyped.markShifted(x.expr());
      return Operand.value(expr, x.type());
    }
    return Operand.value(expr, x.type());
  }
}
