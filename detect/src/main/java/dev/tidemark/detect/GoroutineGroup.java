package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * Goroutines that stand at the same place.
 *
 * @param stack leaf first, the runtime's frames of waiting and starting left out, so that groups of
 *     different forms of profile are the same group
 */
public record GoroutineGroup(List<Frame> stack) {
  public GoroutineGroup {
    stack = List.copyOf(stack);
  }
}
