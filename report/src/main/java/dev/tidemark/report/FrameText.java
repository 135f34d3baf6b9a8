package dev.tidemark.report;

import dev.tidemark.detect.Site;
import dev.tidemark.profile.Frame;
import java.util.List;

/** Frames as people read them. */
public final class FrameText {
  private FrameText() {}

  /**
   * {@code render/page.go:88} where the code is the service's own, the function where it is not.
   */
  public static String place(Site site) {
    Frame frame = site.frame();
    if (!site.isOwn() || frame.file().isEmpty()) {
      return frame.function();
    }
    return shortFile(frame.file()) + (frame.line() > 0 ? ":" + frame.line() : "");
  }

  /** The last two elements of a path. */
  static String shortFile(String file) {
    int last = file.lastIndexOf('/');
    int before = last < 0 ? -1 : file.lastIndexOf('/', last - 1);
    return file.substring(before + 1);
  }

  /** {@code http.(*conn).serve} of {@code net/http.(*conn).serve}. */
  public static String shortFunction(String function) {
    int typeArguments = function.indexOf('[');
    int slash = function.lastIndexOf('/', typeArguments < 0 ? function.length() : typeArguments);
    return function.substring(slash + 1);
  }

  /** As many calls as fit into a width, at least one. */
  static String callsWithin(List<Frame> stack, int width) {
    int most = 1;
    while (most < stack.size() && calls(stack, most + 1).length() <= width) {
      most++;
    }
    return calls(stack, most);
  }

  /** {@code a < b < c}, leaf first, at most {@code most} frames; how many are left out is told. */
  public static String calls(List<Frame> stack, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(stack.size(), most); i++) {
      text.append(i == 0 ? "" : " < ").append(shortFunction(stack.get(i).function()));
    }
    return stack.size() <= most
        ? text.toString()
        : text.append(" < … ").append(stack.size() - most).append(" more").toString();
  }
}
