package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import java.util.List;
import java.util.function.Function;

/** Finds the site of a stack: the first frame of the service's own code, else the innermost one. */
public final class Sites implements Function<List<Frame>, Site> {
  private static final Frame NOWHERE = new Frame("(no frames)", "", 0);

  private final String service;

  /**
   * @param service package path of the service's own code; empty where that is to be told from the
   *     frames
   */
  public Sites(String service) {
    this.service = service;
  }

  @Override
  public Site apply(List<Frame> stack) {
    for (Frame frame : stack) {
      if (isOwn(frame)) {
        return new Site(frame, true);
      }
    }
    return new Site(stack.isEmpty() ? NOWHERE : stack.getFirst(), false);
  }

  private boolean isOwn(Frame frame) {
    return !service.isEmpty() && frame.function().startsWith(service)
        || frame.function().startsWith("shop/");
  }
}
