package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.syntax.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A goroutine of a run; the first one runs the function that is looked at. */
final class Goroutine {
  final int number;

  /** Where it was started; null for the first one. */
  final Stuck.@Nullable Spot start;

  final Deque<Frame> stack = new ArrayDeque<>();

  /** A call of a function without source that is all it does. */
  @Nullable Invocation only;

  @Nullable Wait wait;

  /** Whether others were offered to go first at the operation it is at. */
  boolean wasPreempted;

  boolean isDone;

  /** Whether functions are left, one after the other, until one recovers. */
  boolean isPanicking;

  /** Turns of loops since it last had to wait. */
  int spins;

  /** Where it returned from its outermost function. */
  Stuck.@Nullable Spot end;

  /** How often the world did what was waited for at a place. */
  final Map<Node, Integer> favours = new IdentityHashMap<>(2);

  Goroutine(int number, Stuck.@Nullable Spot start) {
    this.number = number;
    this.start = start;
  }

  Frame top() {
    return stack.getFirst();
  }

  boolean isFirst() {
    return number == 0;
  }

  /** The function it runs. */
  @Nullable Body function() {
    return stack.isEmpty() ? null : stack.getLast().body;
  }
}
