package dev.tidemark.scan.rule.retention;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.syntax.Walk;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.Handlers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A handler that is registered in a loop and uses the loop's variable, in a module whose go line
 * says less than 1.22: all of the handlers share one variable, see its last value, and keep what it
 * holds.
 *
 * <pre>
 *   for _, route := range routes {                     for _, route := range routes {
 *     mux.HandleFunc(route.path, func(w, r) {            route := route
 *       route.serve(w, r)              // found          mux.HandleFunc(…)             // fine
 *     })
 *   }
 * </pre>
 */
public final class LoopVariableCaptured implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "loop-variable-captured",
          LeakClass.HYGIENE,
          "handlers that a loop registers share its variable",
          0,
          "copy it in the loop: `route := route`; or say go 1.22 in go.mod");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    if (unit.version().hasVariablesPerTurn()) {
      return;
    }
    TestSupport support = TestSupport.of(unit);
    unit.forEachCall((body, call) -> {
      if (Handlers.isRouting(call.lastName()) && !support.has(body)) {
        for (Value given : call.arguments()) {
          if (given instanceof Value.Closure(Body handler)) {
            check(handler, body, call, unit, out);
          }
        }
      }
    });
  }

  private static void check(Body handler, Body body, Op.Call call, Unit unit, Findings out) {
    Set<Symbol> variables = variables(body, call.node());
    Walk.preorder(
        handler.node(),
        node -> {
          if (node instanceof Expr.Ident name && variables.remove(symbol(name, body))) {
            out.add(
                INFO,
                body,
                name,
                "each handler sees what the loop leaves in " + name.name(),
                List.of(
                    new Step(unit.span(body, call.node()), "the handler is registered in a loop"),
                    new Step(unit.span(body, name), "it uses the loop's variable")));
          }
          return true;
        });
  }

  private static @Nullable Symbol symbol(Expr name, Body body) {
    return name instanceof Expr.Ident ident ? body.info().symbol(ident).orElse(null) : null;
  }

  /** The variables of the loops around a place. */
  private static Set<Symbol> variables(Body body, Node place) {
    Set<Symbol> variables = new HashSet<>();
    Walk.preorder(
        body.node(),
        node -> {
          switch (node) {
            case Stmt.RangeStmt loop
                when loop.operator() == Token.DEFINE && contains(loop.body(), place) -> {
              add(loop.key(), body, variables);
              add(loop.value(), body, variables);
            }
            case Stmt.ForStmt loop
                when loop.init() instanceof Stmt.AssignStmt init
                    && init.operator() == Token.DEFINE
                    && contains(loop.body(), place) ->
                init.left().forEach(name -> add(name, body, variables));
            default -> {}
          }
          return true;
        });
    return variables;
  }

  private static void add(Expr name, Body body, Set<Symbol> variables) {
    Symbol symbol = symbol(name, body);
    if (symbol != null) {
      variables.add(symbol);
    }
  }

  private static boolean contains(Node outer, Node inner) {
    return outer.from() <= inner.from() && inner.to() <= outer.to();
  }
}
