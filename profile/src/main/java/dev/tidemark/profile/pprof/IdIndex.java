package dev.tidemark.profile.pprof;

/**
 * From the ids that a profile gives its entries to their indexes. Go numbers entries 1, 2, 3, …;
 * any other numbering costs a hash table.
 */
final class IdIndex {
  static final int NONE = -1;

  private final int count;
  private final long[] ids;
  private final int[] slots;

  private IdIndex(int count, long[] ids, int[] slots) {
    this.count = count;
    this.ids = ids;
    this.slots = slots;
  }

  /** Index over {@code ids}; {@link #duplicate} must be asked before it is used. */
  static IdIndex of(long[] ids) {
    boolean inOrder = true;
    for (int i = 0; i < ids.length && inOrder; i++) {
      inOrder = ids[i] == i + 1;
    }
    if (inOrder) {
      return new IdIndex(ids.length, ids, new int[0]);
    }
    int[] slots = new int[Math.max(4, Integer.highestOneBit(Math.max(1, ids.length)) * 4)];
    for (int i = 0; i < ids.length; i++) {
      int slot = slot(ids[i], slots);
      while (slots[slot] != 0 && ids[slots[slot] - 1] != ids[i]) {
        slot = (slot + 1) & (slots.length - 1);
      }
      if (slots[slot] == 0) {
        slots[slot] = i + 1;
      }
    }
    return new IdIndex(ids.length, ids, slots);
  }

  boolean isInOrder() {
    return slots.length == 0;
  }

  /** The index of an id, {@link #NONE} if there is none. */
  int index(long id) {
    if (slots.length == 0) {
      return id >= 1 && id <= count ? (int) id - 1 : NONE;
    }
    int slot = slot(id, slots);
    while (slots[slot] != 0) {
      if (ids[slots[slot] - 1] == id) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return NONE;
  }

  /** The first entry whose id is 0 or was given to an earlier one, {@link #NONE} if all differ. */
  int duplicate() {
    if (slots.length == 0) {
      return NONE;
    }
    for (int i = 0; i < count; i++) {
      if (ids[i] == 0 || index(ids[i]) != i) {
        return i;
      }
    }
    return NONE;
  }

  private static int slot(long id, int[] slots) {
    long mixed = id * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 33) & (slots.length - 1);
  }
}
