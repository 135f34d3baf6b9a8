package dev.tidemark.report.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * What another tool has found.
 *
 * @param tool such as {@code golangci-lint}
 * @param rule as that tool names it
 * @param file below the folder that was scanned, with slashes; empty for what is of no file
 * @param line from 1; 0 where none is given
 * @param also the same, found by further tools: {@code tool rule}
 */
public record OtherFinding(
    String tool, String rule, String file, int line, String message, List<String> also) {
  public OtherFinding {
    also = List.copyOf(also);
  }

  /** Who says it. */
  public String name() {
    return tool + " " + rule;
  }

  /** As {@code file:line}. */
  public String place() {
    return line == 0 ? file : file + ":" + line;
  }

  OtherFinding alsoOf(String name) {
    if (also.contains(name) || name().equals(name)) {
      return this;
    }
    List<String> more = new ArrayList<>(also);
    more.add(name);
    return new OtherFinding(tool, rule, file, line, message, more);
  }
}
