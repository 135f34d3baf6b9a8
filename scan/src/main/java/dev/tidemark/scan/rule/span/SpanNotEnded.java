package dev.tidemark.scan.rule.span;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A span that is not ended on some path: it is never exported, and processors may keep it. */
public final class SpanNotEnded extends ReleaseRule {
  private static final Set<String> SPANS =
      Set.of(
          "go.opentelemetry.io/otel/trace.Span",
          "go.opencensus.io/trace.Span",
          "github.com/opentracing/opentracing-go.Span");

  private static final Resource RESOURCE =
      new Resource("the span", "ended", Set.of("End", "Finish", "FinishWithOptions"));

  public SpanNotEnded() {
    super(
        new RuleInfo(
            "span-not-ended",
            LeakClass.BOUNDED,
            "a tracing span is not ended on every path",
            772,
            "`defer span.End()` right behind its start"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    String name = call.lastName();
    if (!name.startsWith("Start") || unit.summaries().body(call.callee()).isPresent()) {
      return Optional.empty();
    }
    List<Type> results = body.resultTypes(call);
    if (results.stream().anyMatch(type -> type.underlying() instanceof Signature)) {
      // What comes with a function is ended by it.
      return Optional.empty();
    }
    for (int i = 0; i < results.size(); i++) {
      if (SPANS.contains(QualifiedName.of(results.get(i)))) {
        return Optional.of(Acquisition.of(call, RESOURCE, i, -1));
      }
    }
    return Optional.empty();
  }
}
