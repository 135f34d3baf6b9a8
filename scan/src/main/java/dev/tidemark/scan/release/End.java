package dev.tidemark.scan.release;

import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;

/** What else ends the life of something, so that it need not be given back any more. */
public interface End {
  /** Nothing does. */
  End NONE = new End() {};

  /** Whether it has ended where an operation is done. */
  default boolean isAt(Op op) {
    return false;
  }

  /**
   * Whether it has ended where a condition is so.
   *
   * @param condition without negation
   */
  default boolean isWhere(Value condition, boolean isTrue) {
    return false;
  }
}
