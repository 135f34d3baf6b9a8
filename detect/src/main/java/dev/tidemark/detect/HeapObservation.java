package dev.tidemark.detect;

import dev.tidemark.profile.table.Table;

/** One heap profile of a run: its table, and when it was taken in milliseconds since the epoch. */
public record HeapObservation(long timeMillis, Table table) {
  HeapObservation at(long millis) {
    return new HeapObservation(millis, table);
  }
}
