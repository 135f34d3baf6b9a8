package dev.tidemark.profile;

/**
 * The locations of a profile, in columns. A location is one program counter; it has a line for the
 * function it lies in and one before that for each call the compiler inlined there, innermost
 * first.
 *
 * @param address program counters, unsigned; 0 where unknown
 * @param mapping index into the mappings, −1 where unknown
 * @param firstLine where each location's lines start; one more entry than locations
 * @param function index into the functions for each line, −1 where unknown
 * @param line source line for each line, 0 where unknown
 */
public record Locations(
    long[] address, int[] mapping, int[] firstLine, int[] function, int[] line) {
  public Locations {
    if (mapping.length != address.length
        || firstLine.length != address.length + 1
        || function.length != line.length
        || firstLine[address.length] != line.length) {
      throw new IllegalArgumentException("columns of unequal length");
    }
  }

  public int count() {
    return address.length;
  }

  /** Frames that this location stands for: 1 plus the inlined calls; 0 without symbols. */
  public int lines(int location) {
    return firstLine[location + 1] - firstLine[location];
  }
}
