package dev.tidemark.profile.goroutine;

import java.util.Arrays;

/** Numbers distinct longs, or pairs of ints, in order of first appearance. */
final class LongTable {
  private long[] keys = new long[64];
  private int[] slots = new int[256];
  private int size;

  static long pair(int first, int second) {
    return (long) first << 32 | second & 0xffff_ffffL;
  }

  static int first(long pair) {
    return (int) (pair >> 32);
  }

  static int second(long pair) {
    return (int) pair;
  }

  int size() {
    return size;
  }

  long get(int number) {
    return keys[number];
  }

  int intern(long key) {
    int mask = slots.length - 1;
    int slot = hash(key) & mask;
    while (slots[slot] != 0) {
      if (keys[slots[slot] - 1] == key) {
        return slots[slot] - 1;
      }
      slot = slot + 1 & mask;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size] = key;
    slots[slot] = ++size;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = hash(keys[i]) & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = i + 1;
    }
  }

  private static int hash(long key) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    return (int) (mixed ^ mixed >>> 32);
  }
}
