package dev.tidemark.scan;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;

/** Contexts that end with the function that makes them: {@code defer cancel()}. */
public final class DeferredCancel {
  private DeferredCancel() {}

  /**
   * @param maker the call that gives a context and its cancel function
   */
  public static boolean isOf(Op.Call maker, Body body) {
    Value cancel = new Value.Result(maker, 1);
    boolean[] found = new boolean[1];
    body.forEachOp(op ->
        found[0] |=
            op instanceof Op.Call call
                && call.mode() == Op.Mode.DEFER
                && call.callee() instanceof Callee.Dynamic(Value function)
                && function.equals(cancel));
    return found[0];
  }
}
