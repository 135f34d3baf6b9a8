package dev.tidemark.diagnose;

import dev.tidemark.detect.Growth;
import dev.tidemark.detect.Site;
import dev.tidemark.profile.Frame;
import java.util.List;

/**
 * A group of goroutines, whether it grows or not.
 *
 * @param stack leaf first, without the runtime's own frames
 * @param first how many at the first observation
 * @param last how many at the last one
 * @param perMinute growth
 * @param waitsFor in the runtime's words; empty where it is not known
 * @param longestWaitMinutes 0 where it is under a minute or not known
 */
public record GoroutineCount(
    Site site,
    List<Frame> stack,
    long first,
    long last,
    Growth perMinute,
    String waitsFor,
    int longestWaitMinutes) {
  public GoroutineCount {
    stack = List.copyOf(stack);
  }
}
