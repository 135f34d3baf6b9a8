package dev.tidemark.scan.request;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.StandardLibrary;

/** What a function gives, where it is asked for a key. */
enum Answer {
  NO,
  YES_OF_SET,
  YES_OF_ANY;

  Answer or(Answer other) {
    return compareTo(other) < 0 ? other : this;
  }

  /** Whether a value says no: false, or an error. */
  static boolean isNo(Value value) {
    return switch (value) {
      case Value.Known(Constant.Bool(boolean truth)) -> !truth;
      case Value.Result(Op.Call call, _) -> StandardLibrary.makesError(call.name());
      case Value.Global(Var symbol) -> StandardLibrary.isSentinel(symbol);
      case Value.Made _ -> true;
      default -> false;
    };
  }
}
