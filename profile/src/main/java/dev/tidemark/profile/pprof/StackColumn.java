package dev.tidemark.profile.pprof;

import dev.tidemark.profile.MalformedProfileException;
import java.util.Arrays;

/**
 * The stacks of all samples, one behind the other: indexes of locations. How many there will be is
 * not counted before, for that takes as long as reading them; the column grows to what the stacks
 * so far let expect of the rest.
 */
final class StackColumn {
  // The first stacks tell how many there are for each byte, and cost little to move.
  private static final int FIRST_SHARE = 32;
  private static final double MORE_THAN_EXPECTED = 1.05;
  private static final int IDS_AT_ONCE = 4;

  private final byte[] data;
  private final Outline outline;
  private final long most;
  private int[] location;
  private int end;

  /**
   * @param most how many entries the limits leave for this profile
   */
  StackColumn(byte[] data, Outline outline, long most) {
    this.data = data;
    this.outline = outline;
    this.most = most;
    location = new int[64 + (outline.end - outline.start) / FIRST_SHARE];
  }

  /** Indexes of locations; what is behind {@link #end} is of no stack. */
  int[] location() {
    return location;
  }

  int end() {
    return end;
  }

  void clear() {
    end = 0;
  }

  void add(int index, int at) throws MalformedProfileException {
    if (end >= most) {
      throw new MalformedProfileException(
          at, "stacks of more than %,d locations in all are over the limit".formatted(most));
    }
    makeRoom(1, at);
    location[end++] = index;
  }

  /**
   * Adds the ids in {@code [from, stop)} less one, which are indexes where ids are 1, 2, 3, …
   * Whether there are such locations is asked later. Adds nothing and gives false where an id has
   * more than two bytes or is cut, at the very end of the data, or where limits may be reached.
   */
  boolean addShortIds(int from, int stop) {
    int bytes = stop - from;
    if (bytes == 0 || bytes > most - end || stop > data.length - Words.SIZE || data[stop - 1] < 0) {
      return bytes == 0;
    }
    makeRoom(bytes + IDS_AT_ONCE, from);
    int[] out = location;
    int entry = end;
    int at = from;
    long tooLong = 0;
    while (true) {
      // A word has four ids of two bytes, or more shorter ones: four are taken of each, so that the
      // processor need not guess how many. Behind the last id of the stack they are anything, and
      // are written over by the next stack.
      long word = Words.at(data, at);
      long continues = word & Words.CONTINUES;
      long ends = continues ^ Words.CONTINUES;
      // Bytes that end an id of two bytes move down by one bit, which makes one number of the two.
      long second = continues << 1;
      long sevens = word ^ continues;
      long high = sevens & (second << 7) - second;
      long ids = sevens - high + (high >>> 1);
      long lastBits = ends;
      int end1 = Long.numberOfTrailingZeros(lastBits);
      lastBits &= lastBits - 1;
      int end2 = Long.numberOfTrailingZeros(lastBits);
      lastBits &= lastBits - 1;
      int end3 = Long.numberOfTrailingZeros(lastBits);
      lastBits &= lastBits - 1;
      int end4 = Long.numberOfTrailingZeros(lastBits);
      // Shifted up until the id's last bit is the word's, then down by what is not the id's. Java
      // takes a distance modulo 64.
      out[entry] = (int) (ids << ~end1 >>> ~end1) - 1;
      out[entry + 1] = (int) (ids << ~end2 >>> end1 - end2) - 1;
      out[entry + 2] = (int) (ids << ~end3 >>> end2 - end3) - 1;
      out[entry + 3] = (int) (ids << ~end4 >>> end3 - end4) - 1;
      int next = at + (end4 + 1 >>> 3);
      if (next >= stop) {
        long inside = Words.first(Math.min(stop - at, Words.SIZE));
        tooLong |= continues & continues << 8 & inside;
        entry += Long.bitCount(ends & inside);
        break;
      }
      tooLong |= continues & continues << 8;
      entry += IDS_AT_ONCE;
      at = next;
    }
    if (tooLong != 0) {
      return false;
    }
    end = entry;
    return true;
  }

  /** Whether all entries are less than {@code locations}; a loop the compiler makes wide. */
  boolean allBelow(int locations) {
    int[] all = location;
    int outside = 0;
    for (int i = 0; i < end; i++) {
      outside |= all[i] | locations - 1 - all[i];
    }
    return outside >= 0;
  }

  private void makeRoom(int more, int at) {
    if (location.length - end >= more) {
      return;
    }
    double share = (double) (outline.end - outline.start) / (at - outline.start);
    double expected = Math.max(end * 1.25, end * share * MORE_THAN_EXPECTED);
    int size = end + more + (int) Math.min(most - end, expected - end);
    location = Arrays.copyOf(location, size);
  }
}
