package dev.tidemark.profile.pprof;

import dev.tidemark.profile.MalformedProfileException;
import java.util.Arrays;

/**
 * The stacks of all samples, one behind the other: indexes of locations. How many there will be is
 * not counted before, for that takes as long as a quarter of reading them; the column grows to what
 * the stacks so far let expect of the rest.
 */
final class StackColumn {
  // The first stacks tell how deep the others are, and cost little to move.
  private static final int FIRST_DEPTH = 4;
  private static final double MORE_THAN_EXPECTED = 1.05;
  private static final double LEAST_GROWTH = 1.125;
  private static final int IDS_AT_ONCE = 4;

  private final byte[] data;
  private final long most;
  private final int[] first;
  private int stacks;
  private int[] location;
  private int end;

  /**
   * @param samples how many stacks there will be
   * @param most how many entries there can be, and limits leave for this profile
   */
  StackColumn(byte[] data, int samples, long most) {
    this.data = data;
    this.most = most;
    first = new int[samples + 1];
    location = new int[64 + FIRST_DEPTH * samples];
  }

  /** Where each stack starts, and where the last one ends. */
  int[] first() {
    return first;
  }

  /** Indexes of locations; what is behind the last stack is of none. */
  int[] location() {
    return location;
  }

  /** How many entries all stacks have. */
  int entries() {
    return end;
  }

  /** How many entries the stack has that is being read. */
  int depth() {
    return end - first[stacks];
  }

  /** What comes now belongs to the next stack. */
  void endStack() {
    first[++stacks] = end;
  }

  void clear() {
    stacks = 0;
    end = 0;
  }

  void add(int index, int at) throws MalformedProfileException {
    if (end >= most) {
      throw new MalformedProfileException(
          at, "stacks of more than %,d locations in all are over the limit".formatted(most));
    }
    makeRoom(1);
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
    makeRoom(bytes + IDS_AT_ONCE);
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

  private void makeRoom(int more) {
    if (location.length - end >= more) {
      return;
    }
    double share = (first.length - 1.0) / Math.max(1, stacks);
    double expected = end * Math.max(share * MORE_THAN_EXPECTED, LEAST_GROWTH);
    location = Arrays.copyOf(location, end + more + (int) Math.min(most - end, expected - end));
  }
}
