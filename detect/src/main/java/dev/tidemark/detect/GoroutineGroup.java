package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * Goroutines that stand at the same place.
 *
 * @param stack leaf first, the runtime's frames of waiting and starting left out, so that groups of
 *     different forms of profile are the same group
 * @param waitsFor what they wait for, in the runtime's words; empty where it is not known
 */
public record GoroutineGroup(List<Frame> stack, String waitsFor) {
  public GoroutineGroup {
    stack = List.copyOf(stack);
  }
}
