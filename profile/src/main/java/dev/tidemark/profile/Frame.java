package dev.tidemark.profile;

/**
 * One call: function as the Go linker names it, file, and line (0 where unknown). Equal frames of
 * different profiles are one frame.
 */
public record Frame(String function, String file, int line) {
  public Frame {
    if (line < 0) {
      line = 0;
    }
  }

  /** {@code function file:line}, as {@code go tool pprof -lines} writes it. */
  @Override
  public String toString() {
    return file.isEmpty() ? function : function + " " + file + ":" + line;
  }
}
