package dev.tidemark.scan.release;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.StandardLibrary;

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
    return switch (condition) {
      case Value.Known(Constant constant) -> constant.equals(Constant.of(!isTrue));
      case Value.Computed(Token operator, Value x, Value y) when operator == Token.EQL ->
          isTrue ? areDifferent(x, y) : x.equals(y) && isConstant(x);
      default -> false;
    };
  }

  private static boolean areDifferent(Value x, Value y) {
    return x instanceof Value.Known(Constant first)
            && y instanceof Value.Known(Constant second)
            && first.getClass() == second.getClass()
            && !first.equals(second)
        || x.equals(Value.NIL) && isMade(y)
        || y.equals(Value.NIL) && isMade(x);
  }

  private static boolean isConstant(Value value) {
    return value instanceof Value.Known || value.equals(Value.NIL);
  }

  /** Whether it is not nil, whatever happens. */
  private static boolean isMade(Value value) {
    return switch (value) {
      case Value.Made _, Value.Closure _, Value.Function _, Value.BoundMethod _ -> true;
      case Value.Result(Op.Call call, _) ->
          StandardLibrary.makesError(call.name()) || call.name().startsWith("context.With");
      case Value.Global(Var symbol) -> StandardLibrary.isSentinel(symbol);
      default -> false;
    };
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
