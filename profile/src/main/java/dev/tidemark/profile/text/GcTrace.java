package dev.tidemark.profile.text;

import dev.tidemark.profile.Limits;
import dev.tidemark.profile.MalformedProfileException;
import java.util.List;

/**
 * What {@code GODEBUG=gctrace=1} wrote to a log: one entry a collection, in the log's order.
 * Numbers start again at 1 where the process was started again.
 */
public record GcTrace(List<Collection> collections) {
  /** A size the line does not have; Go before 1.18 writes no stacks and globals. */
  public static final long UNKNOWN = -1;

  public GcTrace {
    collections = List.copyOf(collections);
  }

  /**
   * One collection. Sizes are bytes, of which the runtime writes whole MiB.
   *
   * @param number counts from 1 in each process
   * @param atSeconds since the process began
   * @param cpuPercent share of CPU spent in the collector since then
   * @param heapBefore heap when it started
   * @param heapAfter heap when marking ended
   * @param live bytes marked: the live heap
   * @param goal heap size that was to end it
   * @param stacks stack memory scanned
   * @param globals global variables scanned
   * @param processors GOMAXPROCS, 0 where unknown
   * @param forced whether the program asked for it ({@code runtime.GC}, {@code ?gc=1})
   */
  public record Collection(
      long number,
      double atSeconds,
      int cpuPercent,
      long heapBefore,
      long heapAfter,
      long live,
      long goal,
      long stacks,
      long globals,
      int processors,
      boolean forced) {}

  /**
   * Reads all collections in a log, whatever stands around them and before them in a line.
   *
   * @throws MalformedProfileException if there is none, or more than {@code limits} allow
   */
  public static GcTrace parse(byte[] log, Limits limits) throws MalformedProfileException {
    return new GcTraceReader(new Lines(log, limits), limits).read();
  }
}
