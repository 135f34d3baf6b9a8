package dev.tidemark.series;

import java.util.Map;

/** One line of an exposition: a metric with its labels and value. */
public record MetricSample(String name, Map<String, String> labels, double value) {
  public MetricSample {
    labels = Map.copyOf(labels);
  }
}
