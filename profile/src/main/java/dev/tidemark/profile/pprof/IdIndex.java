package dev.tidemark.profile.pprof;

import java.util.Arrays;

/**
 * From the ids that a profile gives its entries to their indexes. Go numbers entries 1, 2, 3, …;
 * any other numbering is sorted and searched, which no choice of ids makes slow.
 */
final class IdIndex {
  static final int NONE = -1;

  private final long[] ids;
  private final boolean inOrder;
  private final long[] sorted;
  private final int[] indexOfSorted;

  private IdIndex(long[] ids, boolean inOrder, long[] sorted, int[] indexOfSorted) {
    this.ids = ids;
    this.inOrder = inOrder;
    this.sorted = sorted;
    this.indexOfSorted = indexOfSorted;
  }

  /** Index over {@code ids}; {@link #duplicate} must be asked before it is used. */
  static IdIndex of(long[] ids) {
    boolean inOrder = true;
    for (int i = 0; i < ids.length && inOrder; i++) {
      inOrder = ids[i] == i + 1;
    }
    if (inOrder) {
      return new IdIndex(ids, true, new long[0], new int[0]);
    }
    long[] sorted = ids.clone();
    Arrays.sort(sorted);
    int[] indexOfSorted = new int[ids.length];
    Arrays.fill(indexOfSorted, NONE);
    for (int i = 0; i < ids.length; i++) {
      // Of equal ids a search always finds the same one, which keeps the first index.
      int place = Arrays.binarySearch(sorted, ids[i]);
      if (indexOfSorted[place] == NONE) {
        indexOfSorted[place] = i;
      }
    }
    return new IdIndex(ids, false, sorted, indexOfSorted);
  }

  boolean isInOrder() {
    return inOrder;
  }

  /** The index of an id, {@link #NONE} if there is none. */
  int index(long id) {
    if (inOrder) {
      return id >= 1 && id <= ids.length ? (int) id - 1 : NONE;
    }
    int place = Arrays.binarySearch(sorted, id);
    return place < 0 ? NONE : indexOfSorted[place];
  }

  /** The first entry whose id is 0 or was given to an earlier one, {@link #NONE} if all differ. */
  int duplicate() {
    if (inOrder) {
      return NONE;
    }
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == 0 || index(ids[i]) != i) {
        return i;
      }
    }
    return NONE;
  }
}
