package dev.tidemark.profile.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One number of the trailer of {@code heap?debug=1}: fields of runtime.MemStats, and the peak RSS.
 */
public enum MemStat {
  ALLOC("Alloc", Unit.BYTES),
  TOTAL_ALLOC("TotalAlloc", Unit.BYTES),
  SYS("Sys", Unit.BYTES),
  LOOKUPS("Lookups", Unit.COUNT),
  MALLOCS("Mallocs", Unit.COUNT),
  FREES("Frees", Unit.COUNT),
  HEAP_ALLOC("HeapAlloc", Unit.BYTES),
  HEAP_SYS("HeapSys", Unit.BYTES),
  HEAP_IDLE("HeapIdle", Unit.BYTES),
  HEAP_INUSE("HeapInuse", Unit.BYTES),
  HEAP_RELEASED("HeapReleased", Unit.BYTES),
  HEAP_OBJECTS("HeapObjects", Unit.COUNT),
  /** In a trailer the two of a pair stand in one line: {@code Stack = inuse / sys}. */
  STACK_INUSE("StackInuse", Unit.BYTES),
  STACK_SYS("StackSys", Unit.BYTES),
  MSPAN_INUSE("MSpanInuse", Unit.BYTES),
  MSPAN_SYS("MSpanSys", Unit.BYTES),
  MCACHE_INUSE("MCacheInuse", Unit.BYTES),
  MCACHE_SYS("MCacheSys", Unit.BYTES),
  BUCK_HASH_SYS("BuckHashSys", Unit.BYTES),
  GC_SYS("GCSys", Unit.BYTES),
  OTHER_SYS("OtherSys", Unit.BYTES),
  /** The heap size that starts the next collection. */
  NEXT_GC("NextGC", Unit.BYTES),
  /** When the last collection ended, since the Unix epoch; 0 before the first. */
  LAST_GC("LastGC", Unit.NANOSECONDS),
  NUM_GC("NumGC", Unit.COUNT),
  NUM_FORCED_GC("NumForcedGC", Unit.COUNT),
  /** The peak of the resident set; Linux, macOS and Windows. */
  MAX_RSS("MaxRSS", Unit.BYTES);

  /** What a value counts. */
  public enum Unit {
    BYTES,
    COUNT,
    NANOSECONDS
  }

  private static final Map<String, MemStat> BY_FIELD = byField();

  private final String field;
  private final Unit unit;

  MemStat(String field, Unit unit) {
    this.field = field;
    this.unit = unit;
  }

  /** As Go names it. */
  public String field() {
    return field;
  }

  public Unit unit() {
    return unit;
  }

  static Optional<MemStat> ofField(String field) {
    return Optional.ofNullable(BY_FIELD.get(field));
  }

  private static Map<String, MemStat> byField() {
    Map<String, MemStat> stats = new HashMap<>();
    for (MemStat stat : values()) {
      stats.put(stat.field, stat);
    }
    return Map.copyOf(stats);
  }
}
