package dev.tidemark.detect;

import dev.tidemark.profile.ProfileHeader;

/**
 * A whole heap profile in three numbers, for what is asked of a process and not of the stacks that
 * a filter leaves.
 *
 * @param allocated bytes allocated since the start; 0 where the profile does not tell
 * @param inUse bytes in use
 * @param fingerprint the same for profiles of the same values, in whatever order of rows
 */
public record HeapTotals(long allocated, long inUse, long fingerprint) {
  /**
   * @param values a column for each value type of {@code header}; columns may end early, what is
   *     beyond is 0
   */
  public static HeapTotals of(ProfileHeader header, long[][] values) {
    int rows = 0;
    for (long[] column : values) {
      rows = Math.max(rows, column.length);
    }
    long fingerprint = 0;
    for (int row = 0; row < rows; row++) {
      long mixed = 0;
      for (int type = 0; type < values.length; type++) {
        long value = row < values[type].length ? values[type][row] : 0;
        if (value != 0) {
          mixed += mixed(value * 31 + type);
        }
      }
      // A row of nothing adds nothing: the runtime lists such rows for a while.
      fingerprint += mixed == 0 ? 0 : mixed(mixed);
    }
    return new HeapTotals(
        total(header.column("alloc_space"), values),
        total(header.column("inuse_space"), values),
        fingerprint);
  }

  private static long total(int type, long[][] values) {
    long total = 0;
    if (type >= 0) {
      for (long value : values[type]) {
        total += value;
      }
    }
    return total;
  }

  /** Spreads each bit over all (the finalizer of MurmurHash3, fmix64). */
  private static long mixed(long value) {
    long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
