package dev.tidemark.golang.module;

import java.util.Optional;

/**
 * A version of the language, as a {@code go} line gives it.
 *
 * @param minor 22 of Go 1.22
 */
public record GoVersion(int minor) implements Comparable<GoVersion> {
  /** What is meant where a module says nothing ("go.mod file reference"). */
  public static final GoVersion UNSTATED = new GoVersion(16);

  /** Where there is no module at all. */
  public static final GoVersion LATEST = new GoVersion(26);

  /** {@code 1.22}, {@code 1.22.3}, {@code 1.22rc1} or {@code go1.22}. */
  public static Optional<GoVersion> parse(String text) {
    String version = text.startsWith("go") ? text.substring(2) : text;
    if (!version.startsWith("1.")) {
      return Optional.empty();
    }
    int end = 2;
    while (end < version.length() && Character.isDigit(version.charAt(end)) && end < 6) {
      end++;
    }
    return end == 2
        ? Optional.empty()
        : Optional.of(new GoVersion(Integer.parseInt(version.substring(2, end))));
  }

  /** Whether each turn of a loop has variables of its own. */
  public boolean hasVariablesPerTurn() {
    return minor >= 22;
  }

  /** Whether timers that nobody refers to are collected; asked of the main module. */
  public boolean collectsTimers() {
    return minor >= 23;
  }

  @Override
  public int compareTo(GoVersion other) {
    return Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return "1." + minor;
  }
}
