package dev.tidemark.golang.effect;

import dev.tidemark.golang.ssa.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What calling a function does.
 *
 * @param effects in the order of the source; no more than {@link #LIMIT}
 * @param isComplete whether everything it calls could be looked at, and no limit was reached
 * @param returns whether there is a way to its end
 * @param blocks whether it may wait for another goroutine
 * @param starts whether it starts goroutines
 * @param given what calling a result does, by its index, where the functions that it may be are
 *     known
 */
public record Summary(
    List<Effect> effects,
    boolean isComplete,
    boolean returns,
    boolean blocks,
    boolean starts,
    Map<Integer, Summary> given) {
  /** More is not kept of one function. */
  public static final int LIMIT = 200;

  /** Of a function that is not known at all. */
  public static final Summary UNKNOWN = new Summary(List.of(), false, true, false, false, Map.of());

  public Summary {
    effects = List.copyOf(effects);
    given = Map.copyOf(given);
  }

  /** What it does to locks that are not its own. */
  public List<LockUse> locks() {
    return LockUse.of(effects);
  }

  /** What becomes of an argument, -1 the receiver, itself. */
  public Stream<Effect> of(int argument) {
    Value target = new Value.Argument(argument);
    return effects.stream().filter(effect -> effect.target().equals(target));
  }
}
