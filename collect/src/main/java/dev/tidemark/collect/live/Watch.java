package dev.tidemark.collect.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How long to watch a target and how often to read it.
 *
 * @param length in all
 * @param every from one reading to the next
 * @param forcesCollections three collections before each reading: one leaves what sync.Pool holds
 *     for a second chance
 * @param saveTo a directory for the captures; empty path for none
 */
public record Watch(Duration length, Duration every, boolean forcesCollections, Path saveTo) {
  public Watch {
    if (length.isNegative() || every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException("a time to watch, and a step above zero");
    }
  }

  /** The same, saving into a sub-directory: each process has one of its own. */
  public Watch in(String subdirectory) {
    return new Watch(
        length,
        every,
        forcesCollections,
        directory().map(parent -> parent.resolve(subdirectory)).orElse(saveTo));
  }

  Optional<Path> directory() {
    return saveTo.equals(Path.of("")) ? Optional.empty() : Optional.of(saveTo);
  }

  /** Readings in all, the first at once. */
  int readings() {
    return (int) Math.min(1_000_000, length.dividedBy(every) + 1);
  }
}
