package dev.tidemark.diagnose.shape;

import dev.tidemark.diagnose.KnownShape;

/**
 * A shape of leak that is known by name: one class, one line in {@link Shapes}, one page in {@code
 * docs/shapes}.
 */
public interface Shape {
  /** As its page is called, such as {@code blocked-send}. */
  String name();

  /** What the stacks show, in at most 80 characters. */
  String title();

  default boolean isSeenIn(HeapSighting heap) {
    return false;
  }

  default boolean isSeenIn(GoroutineSighting goroutines) {
    return false;
  }

  /**
   * What to change, in at most 140 characters.
   *
   * @param seen a sighting of this shape
   */
  String fix(Sighting seen);

  private boolean fits(Sighting seen) {
    return switch (seen) {
      case HeapSighting heap -> isSeenIn(heap);
      case GoroutineSighting goroutines -> isSeenIn(goroutines);
    };
  }

  /** Whether a sighting is of this shape; memory of being looked at has none. */
  default boolean isSeen(Sighting seen) {
    return !seen.isObserver() && fits(seen);
  }

  default KnownShape of(Sighting seen) {
    return new KnownShape(name(), title(), fix(seen));
  }
}
