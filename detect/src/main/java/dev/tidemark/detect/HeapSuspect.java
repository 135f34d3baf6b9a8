package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * An allocation site whose live memory may grow.
 *
 * @param stack the stack through it that grew most, leaf first
 * @param bytes growth of live bytes per minute
 * @param objects growth of live objects per minute
 * @param live its live bytes over the run
 */
public record HeapSuspect(Site site, List<Frame> stack, Trend bytes, Trend objects, Course live) {
  public HeapSuspect {
    stack = List.copyOf(stack);
  }

  public double firstBytes() {
    return live.points().first();
  }

  public double lastBytes() {
    return live.points().last();
  }

  /** Whether this is memory of reading the process, which ranks behind all else. */
  boolean isObserver() {
    return site.choice() == Site.Choice.OBSERVER;
  }
}
