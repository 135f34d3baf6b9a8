package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.syntax.Node;
import java.util.List;

/**
 * A goroutine that waits for what nobody can do.
 *
 * @param blocked where it waits
 * @param started where it was started; of the function that is looked at itself, where it begins
 * @param isFirst whether it is the caller of that function that waits
 * @param branches unknown conditions that were decided before, in order
 * @param others what became of the other goroutines
 * @param choices how many things had to be otherwise than they naturally are
 */
public record Stuck(
    Kind kind,
    Spot blocked,
    Spot started,
    boolean isFirst,
    List<Branch> branches,
    List<Other> others,
    int choices) {
  public Stuck {
    branches = List.copyOf(branches);
    others = List.copyOf(others);
  }

  /** What it waits for. */
  public enum Kind {
    SEND,
    RECEIVE,
    SELECT,
    /** A channel that is nil, or a select without clauses. */
    NEVER,
    /** A mutex that it holds itself. */
    OWN_LOCK,
    /** A mutex that another holds that waits too. */
    CYCLE,
    /** A mutex that nobody gives back. */
    LOCK,
    GROUP,
    CONDITION,
    ONCE
  }

  /** A place of the source. */
  public record Spot(Body body, Node node) {}

  /**
   * @param taken whether the condition held
   */
  public record Branch(Spot at, boolean taken) {}

  /**
   * Another goroutine.
   *
   * @param at where it returned, or waits
   * @param isFirst whether it runs the function that is looked at
   */
  public record Other(Spot at, boolean isWaiting, boolean isFirst) {}
}
