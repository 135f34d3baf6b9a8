package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * An allocation site whose live memory may grow.
 *
 * @param stack the stack through it that grew most, leaf first
 * @param bytes growth of live bytes per minute
 * @param objects growth of live objects per minute
 * @param firstBytes live bytes at the first observation
 * @param lastBytes live bytes at the last one
 */
public record HeapSuspect(
    Site site, List<Frame> stack, Trend bytes, Trend objects, double firstBytes, double lastBytes) {
  public HeapSuspect {
    stack = List.copyOf(stack);
  }

  /** Whether this is memory of reading the process, which ranks behind all else. */
  boolean isObserver() {
    return site.choice() == Site.Choice.OBSERVER;
  }
}
