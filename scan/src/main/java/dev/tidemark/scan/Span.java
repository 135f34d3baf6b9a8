package dev.tidemark.scan;

/**
 * A piece of a file.
 *
 * @param line from 1
 * @param column in bytes, from 1
 * @param endColumn of the byte behind the last one
 */
public record Span(String file, int line, int column, int endLine, int endColumn)
    implements Comparable<Span> {
  @Override
  public int compareTo(Span other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }
}
