package dev.tidemark.diagnose;

import dev.tidemark.detect.Growth;

/** How fast a suspect grows, per minute. */
public sealed interface CaseGrowth {
  Growth count();

  /** An allocation site: live bytes and live objects. */
  record OfHeap(Growth bytes, Growth count) implements CaseGrowth {}

  /** A goroutine group: goroutines. */
  record OfGoroutines(Growth count) implements CaseGrowth {}
}
