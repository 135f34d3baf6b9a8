package dev.tidemark.profile;

import org.jspecify.annotations.Nullable;

/**
 * One call: function as the Go linker names it, file, and line (0 where unknown). Equal frames of
 * different profiles are one frame. Names hold no control characters, which a terminal would obey.
 */
public record Frame(String function, String file, int line) {
  public Frame {
    if (line < 0) {
      line = 0;
    }
    function = Printable.of(function);
    file = Printable.of(file);
  }

  // Written out, here and in the few other records that are keys: what a record has by itself is
  // linked at its first use, which costs a short command some 10 ms.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Frame frame
        && line == frame.line
        && function.equals(frame.function)
        && file.equals(frame.file);
  }

  @Override
  public int hashCode() {
    return (function.hashCode() * 31 + file.hashCode()) * 31 + line;
  }

  /** {@code function file:line}, as {@code go tool pprof -lines} writes it. */
  @Override
  public String toString() {
    if (file.isEmpty()) {
      return function;
    }
    return line == 0 ? function + " " + file : function + " " + file + ":" + line;
  }
}
