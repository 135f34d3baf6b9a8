package dev.tidemark.golang.effect;

import dev.tidemark.golang.types.Func;
import java.util.Optional;

/** Where the summary of a function is asked for. */
@FunctionalInterface
public interface Summaries {
  Optional<Summary> of(Func function);
}
