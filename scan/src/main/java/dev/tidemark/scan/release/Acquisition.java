package dev.tidemark.scan.release;

import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;

/**
 * A call that acquires something.
 *
 * @param maker the call that made it: the same, or one within a function that hands it on
 * @param error the result that is nil where it did; {@link Value#NIL} where it always does
 */
public record Acquisition(
    Op.Call call, Op.Call maker, Resource resource, Value value, Value error, End end) {
  /**
   * @param errorIndex -1 where it can't fail
   */
  public static Acquisition of(Op.Call call, Resource resource, int index, int errorIndex) {
    return new Acquisition(
        call,
        call,
        resource,
        new Value.Result(call, index),
        errorIndex < 0 ? Value.NIL : new Value.Result(call, errorIndex),
        End.NONE);
  }

  public Acquisition endedBy(End other) {
    return new Acquisition(call, maker, resource, value, error, other);
  }

  /** The same where a call runs a function that hands it on. */
  Acquisition handedOn(Op.Call outer, int index, int errorIndex) {
    Acquisition seen = of(outer, resource, index, errorIndex);
    return new Acquisition(outer, maker, resource, seen.value, seen.error, End.NONE);
  }

  /** What the maker is called with, as it is known where the call is; {@link Value#NIL} else. */
  public Value argument(int index) {
    Value argument = maker.argument(index);
    if (maker == call) {
      return argument;
    }
    return switch (argument) {
      case Value.Parameter(_, int given, _) -> call.argument(given);
      case Value.Result(Op.Call inner, _) when inner.arguments().isEmpty() -> argument;
      default -> Value.NIL;
    };
  }
}
