package dev.tidemark.series;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What one scrape of a process's metrics says; quantities it does not expose are absent. */
public record Reading(Map<Quantity, Double> values) {
  public Reading {
    values = Map.copyOf(values);
  }

  public OptionalDouble value(Quantity quantity) {
    Double value = values.get(quantity);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The quantities among metric samples, each by the best name it is exposed under. */
  public static Reading of(List<MetricSample> samples) {
    Map<String, Double> sums = new HashMap<>();
    for (MetricSample sample : samples) {
      if (Double.isFinite(sample.value())) {
        sums.merge(sample.name(), sample.value(), Double::sum);
      }
    }
    Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      for (String name : quantity.names()) {
        Double value = sums.get(name);
        if (value != null) {
          values.put(quantity, value);
          break;
        }
      }
    }
    return new Reading(values).withDerivedLiveHeap();
  }

  /**
   * Older collectors do not expose the live heap; the pacer's goal tells it: goal = live + (live +
   * stacks + globals) · GOGC/100 (runtime/mgcpacer.go). Not below the smallest goal of 4 MB, with
   * the collector off, or with a memory limit, which moves the goal.
   */
  public Reading withDerivedLiveHeap() {
    if (values.containsKey(Quantity.LIVE_HEAP) || !values.containsKey(Quantity.NEXT_COLLECTION)) {
      return this;
    }
    double goal = value(Quantity.NEXT_COLLECTION).orElseThrow();
    double gogc = value(Quantity.GOGC).orElse(100) / 100;
    double limit = value(Quantity.MEMORY_LIMIT).orElse(Double.MAX_VALUE);
    if (gogc <= 0 || goal <= 4 * (1 << 20) * Math.max(1, gogc) || goal > 0.8 * limit) {
      return this;
    }
    double scanned =
        value(Quantity.SCANNED_STACK).orElse(0) + value(Quantity.SCANNED_GLOBALS).orElse(0);
    Map<Quantity, Double> derived = new EnumMap<>(Quantity.class);
    derived.putAll(values);
    derived.put(Quantity.LIVE_HEAP, (goal - gogc * scanned) / (1 + gogc));
    return new Reading(derived);
  }
}
