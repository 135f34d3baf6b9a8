package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.Lines;
import java.util.Arrays;

/** Where the lines of a file begin, as far as it was scanned. */
final class LineTable {
  private int[] lineStarts = new int[64];
  private int lines = 1;

  Lines lines() {
    return new Lines(Arrays.copyOf(lineStarts, lines));
  }

  /** The line of an offset that was scanned already, from 1. */
  int line(int offset) {
    // Asked for what was just scanned, almost always.
    int line = lines;
    while (line > 1 && lineStarts[line - 1] > offset) {
      line--;
      if (lines - line > 8) {
        int found = Arrays.binarySearch(lineStarts, 0, line, offset);
        return found >= 0 ? found + 1 : -found - 1;
      }
    }
    return line;
  }

  void add(int offsetBehind) {
    if (lines == lineStarts.length) {
      lineStarts = Arrays.copyOf(lineStarts, lines * 2);
    }
    lineStarts[lines++] = offsetBehind;
  }
}
