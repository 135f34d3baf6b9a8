package dev.tidemark.scan.release;

import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;

/**
 * A call that acquires something.
 *
 * @param error the result that is nil where it did; {@link Value#NIL} where it always does
 */
public record Acquisition(Op.Call call, Resource resource, Value value, Value error) {
  /**
   * @param errorIndex -1 where it can't fail
   */
  public static Acquisition of(Op.Call call, Resource resource, int index, int errorIndex) {
    return new Acquisition(
        call,
        resource,
        new Value.Result(call, index),
        errorIndex < 0 ? Value.NIL : new Value.Result(call, errorIndex));
  }
}
