package dev.tidemark.diagnose.shape;

/**
 * A metric labelled with a value of which there is always a new one.
 *
 * <pre>{@code
 * requests.WithLabelValues(     requests.WithLabelValues(
 *     userID).Inc()  // found       plan).Inc()  // one of four: fine
 * }</pre>
 */
final class MetricLabels implements Shape {
  private static final Functions CALLS =
      Functions.of(
          "github.com/prometheus/client_golang/prometheus.(*metricMap).",
          "github.com/prometheus/client_golang/prometheus.(*MetricVec).",
          "github.com/prometheus/client_golang/prometheus.MakeLabelPairs",
          "github.com/prometheus/client_golang/prometheus.makeLabelPairs",
          "go.opentelemetry.io/otel/sdk/metric/internal/aggregate.",
          "go.opentelemetry.io/otel/sdk/metric/exemplar.",
          "go.opencensus.io/stats/view.",
          "github.com/VictoriaMetrics/metrics.(*Set).",
          "github.com/rcrowley/go-metrics.(*StandardRegistry).",
          "github.com/uber-go/tally.(*scope).");

  @Override
  public String name() {
    return "metric-labels";
  }

  @Override
  public String title() {
    return "a metric gets a new series for each new value of its labels";
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.calls(CALLS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen,
        CALLS,
        "label with few, known values{in} (route, status), not ids, paths or addresses");
  }
}
