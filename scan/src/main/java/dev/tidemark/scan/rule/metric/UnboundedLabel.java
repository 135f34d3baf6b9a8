package dev.tidemark.scan.rule.metric;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.KeyCheck;
import dev.tidemark.scan.request.RequestData;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A metric whose label is what a sender likes (a path, a user, an error's text): each new value is
 * a series more, here and in the database, for as long as the process lives.
 *
 * <pre>
 *   requests.WithLabelValues(r.URL.Path).Inc()   requests.WithLabelValues(r.Pattern).Inc()  // fine
 *                             // found
 * </pre>
 */
public final class UnboundedLabel implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "metric-label-unbounded",
          LeakClass.LEAK,
          "a metric's label can have any number of values",
          401,
          "label with what there are few of: the route's pattern, the status, the kind of error");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean asksForPlainData() {
    return true;
  }

  @Override
  public void check(Unit unit, Findings out) {
    RequestData data = RequestData.plain(unit);
    Set<Object> deletedFrom = deletedFrom(unit);
    unit.forEachCall((body, call) -> {
      boolean isUnbounded =
          isLabelled(call.name())
              && metric(body, call.receiver()).filter(deletedFrom::contains).isEmpty()
              && call.arguments().stream()
                  .anyMatch(label ->
                      data.isOfRequest(body, label)
                              && !KeyCheck.before(unit.summaries(), body, call, label, Value.NIL)
                          || isErrorText(body, label));
      if (isUnbounded) {
        found(call, body, unit, out);
      }
    });
  }

  /** Metrics whose series are taken away again. */
  private static Set<Object> deletedFrom(Unit unit) {
    Set<Object> metrics = new HashSet<>();
    unit.forEachCall((body, call) -> {
      String name = call.lastName();
      if (name.contains("Delete") || name.startsWith("delete") || name.equals("Reset")) {
        metric(body, call.receiver()).ifPresent(metrics::add);
        call.arguments().forEach(one -> metric(body, one).ifPresent(metrics::add));
      }
    });
    return metrics;
  }

  /** The field or variable that a metric is kept in. */
  private static Optional<Object> metric(Body body, Value value) {
    for (Value source : body.sources(value)) {
      switch (source) {
        case Value.Field field -> {
          // Deleting is a method of what all kinds of metrics embed.
          return field.name().name().equals("MetricVec")
              ? metric(body, field.base())
              : Optional.of(field.name());
        }
        case Value.Global(var symbol) -> {
          return Optional.of(symbol);
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private static boolean isLabelled(String name) {
    return name.startsWith("github.com/prometheus/client_golang/prometheus.")
            && (name.contains("Vec.With") || name.contains("Vec.GetMetricWith"))
        || name.equals("go.opentelemetry.io/otel/metric.WithAttributes")
        || name.equals("expvar.Map.Add")
        || name.equals("expvar.Map.AddFloat")
        || name.equals("expvar.Map.Set");
  }

  private static boolean isErrorText(Body body, Value value) {
    return body.sources(value).stream()
        .anyMatch(source ->
            source instanceof Value.Result(Op.Call call, _) && call.name().equals("error.Error"));
  }

  private static void found(Op.Call call, Body body, Unit unit, Findings out) {
    out.add(
        INFO,
        body,
        call.node(),
        "each new value of the label is a series that stays",
        List.of(new Step(unit.span(body, call.node()), "the label comes from the request")));
  }
}
