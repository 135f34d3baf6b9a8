package dev.tidemark.scan.rule.retention;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The context of a framework, which is back in its pool when the handler has returned, in a
 * goroutine or channel that the handler does not wait for: it sees another request's data, and
 * keeps what this one holds.
 *
 * <pre>
 *   go func() { audit(c) }()       // found      copied := c.Copy()
 *                                                go func() { audit(copied) }()   // fine
 * </pre>
 */
public final class ContextAfterHandler implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "context-after-handler",
          LeakClass.BOUNDED,
          "a framework's context is used after its handler has returned",
          416,
          "hand on a copy (gin: c.Copy()), or the values that are needed");

  private static final Set<String> POOLED =
      Set.of(
          "github.com/gin-gonic/gin.Context",
          "github.com/labstack/echo/v4.Context",
          "github.com/labstack/echo.Context",
          "github.com/gofiber/fiber/v2.Ctx",
          "github.com/gofiber/fiber/v3.Ctx",
          "github.com/valyala/fasthttp.RequestCtx",
          "net/http.ResponseWriter");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    TestSupport support = TestSupport.of(unit);
    unit.forEachBody(body -> {
      Set<Var> pooled = pooled(body);
      if (!pooled.isEmpty() && !support.has(body) && !waits(body)) {
        body.forEachOp(op ->
            taken(op, pooled, body)
                .ifPresent(node ->
                    out.add(
                        INFO,
                        body,
                        node,
                        "the context is back in its pool when this is used",
                        List.of(
                            new Step(unit.span(body, op.node()), "the handler does not wait"),
                            new Step(unit.span(body, node), "the context is used here")))));
      }
    });
  }

  private static Set<Var> pooled(Body body) {
    Set<Var> pooled = new HashSet<>();
    for (Var parameter : body.signature().params()) {
      if (POOLED.contains(QualifiedName.of(parameter.type()))) {
        pooled.add(parameter);
      }
    }
    return pooled;
  }

  /** Whether it waits for anybody: it may be for whoever has the context. */
  private static boolean waits(Body body) {
    boolean[] found = new boolean[1];
    body.forEachOp(op ->
        found[0] |=
            switch (op) {
              case Op.Receive _, Op.Select _ -> true;
              case Op.Call call -> call.lastName().equals("Wait");
              case Op.Send _, Op.Store _, Op.Share _, Op.Load _, Op.Return _ -> false;
            });
    return found[0];
  }

  /** Where an operation hands a context to who has it after the handler. */
  private static Optional<Node> taken(Op op, Set<Var> pooled, Body body) {
    return switch (op) {
      case Op.Send send ->
          isPooled(send.value(), pooled) ? Optional.of(send.node()) : Optional.empty();
      case Op.Call call when call.mode() == Op.Mode.GO -> {
        if (call.callee() instanceof Callee.Literal(Body literal)) {
          Optional<Node> used = used(literal, pooled);
          if (used.isPresent()) {
            yield used;
          }
        }
        yield call.arguments().stream().anyMatch(given -> isPooled(given, pooled))
            ? Optional.of(call.node())
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static boolean isPooled(Value value, Set<Var> pooled) {
    return value instanceof Value.Parameter(_, _, Var symbol) && pooled.contains(symbol);
  }

  private static Optional<Node> used(Body literal, Set<Var> pooled) {
    Node[] found = new Node[1];
    Walk.preorder(
        literal.node(),
        node -> {
          if (found[0] == null && node instanceof Expr.Ident name) {
            Symbol symbol = literal.info().symbol(name).orElse(null);
            if (symbol instanceof Var variable && pooled.contains(variable)) {
              found[0] = name;
            }
          }
          return found[0] == null;
        });
    return Optional.ofNullable(found[0]);
  }
}
