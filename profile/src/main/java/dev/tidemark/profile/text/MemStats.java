package dev.tidemark.profile.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The memory statistics below a heap profile in text form, read at its beginning; {@link #NONE} for
 * a profile without them. The 256 latest pauses it also lists are left out.
 *
 * @param values what was there; older Go versions have fewer
 * @param gcCpuFraction share of CPU time spent in the collector since the start, NaN where missing
 */
public record MemStats(Map<MemStat, Long> values, double gcCpuFraction) {
  public static final MemStats NONE = new MemStats(Map.of(), Double.NaN);

  public MemStats {
    EnumMap<MemStat, Long> copy = new EnumMap<>(MemStat.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  public boolean isNone() {
    return values.isEmpty();
  }

  public OptionalLong of(MemStat stat) {
    Long value = values.get(stat);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  public OptionalDouble shareOfCpu() {
    return Double.isNaN(gcCpuFraction) ? OptionalDouble.empty() : OptionalDouble.of(gcCpuFraction);
  }
}
