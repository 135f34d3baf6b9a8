package dev.tidemark.scan.rule.retention;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.growth.Container;
import dev.tidemark.scan.growth.Growth;
import dev.tidemark.scan.growth.StillThere;
import dev.tidemark.scan.request.RequestPaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request or its context in a map, slice or list that outlives it, and is not taken out on every
 * path: with it stay the headers, the body's buffer and whatever the context holds.
 *
 * <pre>
 *   active.Store(id, c)                          active.Store(id, c)
 *   c.Next()                                     defer active.Delete(id)     // fine
 *   if c.IsAborted() { return }   // found       c.Next()
 *   active.Delete(id)
 * </pre>
 */
public final class ContextInGlobal implements RequestRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "context-in-global",
          LeakClass.LEAK,
          "a request or its context is kept in what outlives it",
          401,
          "keep what is needed of it, such as an id, or take it out in a defer right behind");

  private static final Set<String> REQUESTS =
      Set.of(
          "context.Context",
          "net/http.Request",
          "net/http.ResponseWriter",
          "github.com/gin-gonic/gin.Context",
          "github.com/labstack/echo/v4.Context",
          "github.com/gofiber/fiber/v2.Ctx",
          "github.com/gofiber/fiber/v3.Ctx");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    Growth growth = Growth.of(unit);
    growth.forEachKept(
        unit,
        (container, insertions) -> {
          for (Growth.Insertion insertion : insertions) {
            boolean isReached =
                container.isVariable()
                    || RequestPaths.of(unit).handler(insertion.body()).isPresent();
            if (isReached && isOfRequest(insertion.body(), insertion.value())) {
              check(container, insertion, growth, unit, out);
            }
          }
        });
  }

  private static void check(
      Container container, Growth.Insertion insertion, Growth growth, Unit unit, Findings out) {
    Body body = insertion.body();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(unit.span(body, insertion.node()), "it is put into " + container.name()));
    if (!growth.isBounded(container)) {
      steps.add(new Step(unit.span(body, insertion.node()), "nothing takes it out again"));
    } else {
      Set<Op> here = new HashSet<>();
      growth.removals(container).stream()
          .filter(one -> one.body() == body)
          .forEach(one -> here.add(one.op()));
      if (here.isEmpty()) {
        return;
      }
      Optional<Block> left = StillThere.after(body, insertion.op(), here);
      if (left.isEmpty()) {
        return;
      }
      if (left.get().exit() instanceof Exit.Return(var statement) && !statement.isNone()) {
        steps.add(new Step(unit.span(body, statement), "it is not taken out before this return"));
      }
    }
    out.add(
        INFO,
        body,
        insertion.node(),
        "the request stays in %s when it has ended".formatted(container.name()),
        steps);
  }

  private static boolean isOfRequest(Body body, Value value) {
    return body.sources(value).stream().anyMatch(source -> isRequest(body, source));
  }

  private static boolean isRequest(Body body, Value value) {
    return switch (value) {
      case Value.Parameter(_, _, Var symbol) -> REQUESTS.contains(QualifiedName.of(symbol.type()));
      case Value.Result(Op.Call call, int index) -> {
        List<Type> types = body.resultTypes(call);
        String name = index < types.size() ? QualifiedName.of(types.get(index)) : "";
        // A context that is made here is of no request unless it is derived from one.
        yield name.equals("context.Context")
            ? call.arguments().stream().anyMatch(one -> isOfRequest(body, one))
            : REQUESTS.contains(name);
      }
      case Value.Field field -> REQUESTS.contains(QualifiedName.of(field.type()));
      default -> false;
    };
  }
}
