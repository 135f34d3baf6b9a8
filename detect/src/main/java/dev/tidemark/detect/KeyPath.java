package dev.tidemark.detect;

import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Label;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path through the program that someone cares about, marked by a regular expression. A stack is
 * on it if a function of it matches anywhere, as {@code go tool pprof -focus} has it.
 */
public final class KeyPath {
  private final Pattern pattern;

  /**
   * @throws java.util.regex.PatternSyntaxException if it is no regular expression
   */
  public KeyPath(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  public String pattern() {
    return pattern.pattern();
  }

  boolean holds(List<Frame> stack) {
    for (Frame frame : stack) {
      if (pattern.matcher(frame.function()).find()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a label's value matches: a goroutine may be marked by a label of the path
   * (runtime/pprof {@code Do}). Samples of the heap carry none.
   */
  boolean marks(List<Label> labels) {
    for (Label label : labels) {
      if (label instanceof Label.Text text && pattern.matcher(text.value()).find()) {
        return true;
      }
    }
    return false;
  }
}
