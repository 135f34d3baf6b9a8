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
    for (Frame frame : stack) {
      if (isObserver(frame.function())) {
        return new Site(withoutLine(frame), Site.Choice.OBSERVER);
      }
    }
    if (stack.isEmpty()) {
      return new Site(NOWHERE, Site.Choice.INNERMOST);
    }
    return switch (owners.site(stack)) {
      case dev.tidemark.profile.frame.Site.Own own -> new Site(own.frame(), Site.Choice.OWN);
      case dev.tidemark.profile.frame.Site.Innermost innermost ->
          new Site(withoutLine(innermost.frame()), Site.Choice.INNERMOST);
    };
  }

  /**
   * What serves profiles and metrics allocates megabytes for each reading, in compressors above
   * all, and would else be the leading suspect of every calm service that is watched.
   */
  private static boolean isObserver(String function) {
    return function.startsWith("net/http/pprof.")
        || function.startsWith("runtime/pprof.(*Profile).")
        || function.startsWith("runtime/pprof.(*profileBuilder).")
        || function.startsWith("github.com/prometheus/client_golang/prometheus/promhttp.");
  }

  /** The site under which stacks are gathered: of a library's function all lines are one. */
  static Site key(Site site) {
    return site.isOwn() ? site : new Site(withoutLine(site.frame()), site.choice());
  }

  private static Frame withoutLine(Frame frame) {
    return new Frame(frame.function(), frame.file(), 0);
  }
}
