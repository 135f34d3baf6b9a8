package dev.tidemark.profile.table;

import java.util.Arrays;

/** An open-addressing table of entry numbers by hash; the owner compares entries. */
final class IntSlots {
  private int[] slots = new int[1024];
  private int[] hashes = new int[512];
  private int count;

  /** Where to look first for an entry of this hash. */
  int first(int hash) {
    return spread(hash) & (slots.length - 1);
  }

  int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  /** The entry in a slot, −1 where the search ends. */
  int entry(int slot) {
    return slots[slot] - 1;
  }

  boolean sameHash(int entry, int hash) {
    return hashes[entry] == hash;
  }

  /**
   * Puts the next entry, whose number is the count of those before, into the slot a search ended
   * at.
   */
  int add(int slot, int hash) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, count * 2);
    }
    hashes[count] = hash;
    slots[slot] = ++count;
    if (count * 2 > slots.length) {
      grow(slots.length * 2);
    }
    return count - 1;
  }

  /** Makes room for {@code more} entries at once. */
  void reserve(int more) {
    int wanted = count + more;
    if (wanted > hashes.length) {
      hashes = Arrays.copyOf(hashes, wanted);
    }
    int size = slots.length;
    while (wanted * 2L > size && size < 1 << 29) {
      size *= 2;
    }
    if (size != slots.length) {
      grow(size);
    }
  }

  int count() {
    return count;
  }

  private void grow(int size) {
    slots = new int[size];
    for (int entry = 0; entry < count; entry++) {
      int slot = first(hashes[entry]);
      while (slots[slot] != 0) {
        slot = next(slot);
      }
      slots[slot] = entry + 1;
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9e3779b9;
    return mixed ^ (mixed >>> 15);
  }
}
