package dev.tidemark.scan.release;

import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;

/** What has to be done on every way, and what does it. */
interface Duty {
  /**
   * Whether a value is, or is a part of, what it is about: where that is nil, there is nothing to
   * do.
   */
  boolean touches(Value value);

  /** Whether an operation does it, or hands it to someone who may. */
  boolean isHandled(Op op);

  /** Whether what it is about is put where a later turn of a loop may find it. */
  default boolean isKept(Op op) {
    return false;
  }

  /** Whether an operation uses it up, which does it too. */
  default boolean isUsedUp(Op op) {
    return false;
  }

  /** Whether nothing has to be done any more where a condition holds. */
  default boolean isOver(Assumptions assumed) {
    return false;
  }

  /** Whether a condition tells that it is done by itself. */
  default boolean drains(Assumptions assumed) {
    return false;
  }
}
