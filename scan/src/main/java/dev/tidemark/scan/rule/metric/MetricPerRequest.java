package dev.tidemark.scan.rule.metric;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.FirstTime;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestData;
import dev.tidemark.scan.request.RequestPaths;
import java.util.List;

/**
 * A metric that each request registers, or a callback for one, and that nothing takes away: the
 * registry keeps it, and runs it with each scrape.
 *
 * <pre>
 *   func handle(w, r) {                          var hits = promauto.NewCounterVec(…)   // fine
 *     c := prometheus.NewCounter(…)
 *     registry.Register(c)     // found          func handle(w, r) {
 *   }                                              hits.WithLabelValues(kind).Inc()
 *                                                }
 * </pre>
 */
public final class MetricPerRequest implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "metric-per-request",
          LeakClass.LEAK,
          "each request registers a metric that stays",
          770,
          "register one with labels when the service starts, or unregister it in a defer");

  private static final String PROMETHEUS = "github.com/prometheus/client_golang/prometheus.";

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
    boolean[] isTakenAway = new boolean[1];
    unit.forEachCall((_, call) -> isTakenAway[0] |= call.lastName().equals("Unregister"));
    if (isTakenAway[0]) {
      return;
    }
    RequestPaths paths = RequestPaths.of(unit);
    RequestData data = RequestData.plain(unit);
    unit.forEachCall((body, call) -> {
      if (paths.handler(body).isPresent()
          && (isCallback(call.name()) && paths.depth(body) == 0
              || registers(call.name())
                  && call.arguments().stream().anyMatch(given -> isOfRequest(body, given, data)))
          && !FirstTime.isOnly(body, call)) {
        out.add(
            INFO,
            body,
            call.node(),
            "each request registers one more, and nothing takes it away",
            List.of(new Step(unit.span(body, call.node()), "registered here")));
      }
    });
  }

  /** Whether a request chooses the name or labels of a metric, or of the options for one. */
  private static boolean isOfRequest(Body body, Value given, RequestData data) {
    return data.isOfRequest(body, given)
        || body.sources(given).stream()
            .anyMatch(source ->
                source instanceof Value.Result(Op.Call maker, _)
                    && maker.name().startsWith(PROMETHEUS + "New")
                    && maker.arguments().stream()
                        .anyMatch(option -> data.isOfRequest(body, option)));
  }

  /** What can be registered any number of times. */
  private static boolean isCallback(String name) {
    return name.equals("go.opentelemetry.io/otel/metric.Meter.RegisterCallback");
  }

  /** What is kept under its name and labels: with those of a request each is another one. */
  private static boolean registers(String name) {
    return switch (name) {
      case "github.com/prometheus/client_golang/prometheus.Register",
          "github.com/prometheus/client_golang/prometheus.MustRegister",
          "github.com/prometheus/client_golang/prometheus.Registerer.Register",
          "github.com/prometheus/client_golang/prometheus.Registerer.MustRegister",
          "github.com/prometheus/client_golang/prometheus.Registry.Register",
          "github.com/prometheus/client_golang/prometheus.Registry.MustRegister",
          "expvar.Publish" ->
          true;
      default -> name.startsWith("github.com/prometheus/client_golang/prometheus/promauto.New");
    };
  }
}
