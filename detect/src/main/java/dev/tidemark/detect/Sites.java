package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.frame.FrameOwners;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the site of a stack (leaf first): the first frame of the service's own code with its line;
 * else the innermost frame, by its function alone, for the line of a library says little.
 */
public final class Sites implements Function<List<Frame>, Site> {
  private static final Frame NOWHERE = new Frame("(no frames)", "", 0);

  private final FrameOwners owners;

  public Sites(FrameOwners owners) {
    this.owners = owners;
  }

  @Override
  public Site apply(List<Frame> stack) {
    int own = owners.ownDepth(stack);
    if (own >= 0) {
      return new Site(stack.get(own), true);
    }
    if (stack.isEmpty()) {
      return new Site(NOWHERE, false);
    }
    Frame innermost = stack.getFirst();
    return new Site(new Frame(innermost.function(), innermost.file(), 0), false);
  }
}
