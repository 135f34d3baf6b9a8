package dev.tidemark.detect;

import dev.tidemark.profile.table.Table;

/**
 * One heap profile of a run: when it was taken in milliseconds since the epoch, and its table.
 *
 * @param table of what is looked at of it
 * @param whole of all of it, whatever is looked at
 */
public record HeapObservation(long timeMillis, Table table, HeapTotals whole) {
  /** A profile that is looked at as a whole. */
  public HeapObservation(long timeMillis, Table table) {
    this(timeMillis, table, HeapTotals.of(table.header(), table.values()));
  }

  HeapObservation at(long millis) {
    return new HeapObservation(millis, table, whole);
  }
}
