package dev.tidemark.scan.mend;

import dev.tidemark.scan.Span;

/**
 * A change of one piece of a file.
 *
 * @param from the first byte that is replaced
 * @param to the byte behind the last one; the same as {@code from} where something is added only
 * @param text what stands there instead
 * @param span the same piece by lines and columns
 */
public record Edit(String file, int from, int to, String text, Span span)
    implements Comparable<Edit> {
  public Edit {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no piece of a file: [%d, %d)".formatted(from, to));
    }
  }

  /** Whether both can't be made. */
  public boolean overlaps(Edit other) {
    return file.equals(other.file) && from < other.to && other.from < to;
  }

  @Override
  public int compareTo(Edit other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(from, other.from);
  }
}
