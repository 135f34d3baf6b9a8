package dev.tidemark.golang.syntax;

import java.util.Arrays;

/** Where the lines of a file begin; {@code //line} comments are not followed. */
public final class Lines {
  private final int[] starts;

  /**
   * @param starts the first byte of each line, 0 first, increasing
   */
  public Lines(int[] starts) {
    this.starts = starts;
  }

  /** From 1. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** In bytes, from 1. */
  public int column(int offset) {
    return offset - starts[line(offset) - 1] + 1;
  }

  public int count() {
    return starts.length;
  }
}
