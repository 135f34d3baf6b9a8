package dev.tidemark.golang.effect;

import dev.tidemark.golang.types.Func;
import java.util.Optional;
import java.util.Set;

/** Where the summary of a function is asked for. */
@FunctionalInterface
public interface Summaries {
  Optional<Summary> of(Func function);

  /**
   * What a function is said to do to all that it is called on or with, whatever its body shows.
   *
   * @param function its qualified name
   */
  default Set<Effect.Kind> said(String function) {
    return Set.of();
  }
}
