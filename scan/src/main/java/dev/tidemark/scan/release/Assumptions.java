package dev.tidemark.scan.release;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;

/** A condition, and whether it is negated: {@code x != y} is the negation of {@code x == y}. */
record Assumptions(Value condition, boolean isTrue) {
  static Assumptions of(Value condition, boolean isTrue) {
    if (condition instanceof Value.Computed(Token operator, Value x, Value y)) {
      if (operator == Token.NOT) {
        return of(x, !isTrue);
      }
      if (operator == Token.NEQ) {
        return new Assumptions(new Value.Computed(Token.EQL, x, y), !isTrue);
      }
    }
    return new Assumptions(condition, isTrue);
  }

  /** What is compared with nil; {@link Value#NIL} where nothing is. */
  Value comparedWithNil() {
    if (condition instanceof Value.Computed(Token operator, Value x, Value y)
        && operator == Token.EQL) {
      if (y.equals(Value.NIL)) {
        return x;
      }
      if (x.equals(Value.NIL)) {
        return y;
      }
    }
    return Value.NIL;
  }

  /** Whether it can't be, whatever the values are. */
  boolean isImpossible() {
    return condition instanceof Value.Known(Constant constant)
        && constant.equals(Constant.of(!isTrue));
  }

  /** Whether the condition is the same wherever it is asked: it is of values, not of memory. */
  boolean isFixed() {
    return isFixed(condition);
  }

  private static boolean isFixed(Value value) {
    return switch (value) {
      case Value.Computed computed -> isFixed(computed.x()) && isFixed(computed.y());
      case Value.Parameter _, Value.Known _, Value.Nil _, Value.Result _, Value.Ok _ -> true;
      default -> false;
    };
  }
}
