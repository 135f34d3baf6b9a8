package dev.tidemark.scan.rule.context;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.TestSupport;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Contexts with many values one over the other, as a function or a chain of middleware makes them:
 * each is an object of its own, and who looks for one goes through all of them.
 *
 * <pre>
 *   ctx = context.WithValue(ctx, userKey, u)      ctx = context.WithValue(ctx, requestKey, info)
 *   ctx = context.WithValue(ctx, tenantKey, t)    // one struct with all of them: fine
 *   …                                  // found
 * </pre>
 */
public final class ValueChain implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "context-value-chain",
          LeakClass.HYGIENE,
          "a context has many values, one over the other",
          0,
          "put what belongs to a request into one struct, and that into the context");

  /** Results of calls in calls that are followed. */
  private static final int DEPTH = 4;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    int limit = unit.limits().contextValues();
    TestSupport support = TestSupport.of(unit);
    Chains chains = new Chains(unit);
    unit.forEachBody(body -> {
      if (!support.has(body)) {
        inFunction(body, limit, chains, unit, out);
        throughMiddleware(body, limit, chains, unit, out);
      }
    });
  }

  private static void inFunction(Body body, int limit, Chains chains, Unit unit, Findings out) {
    List<Op.Call> layers = List.of();
    for (Op.Call call : calls(body)) {
      if (call.name().equals("context.WithValue")) {
        List<Op.Call> here = chains.layers(body, new Value.Result(call, 0), 0);
        layers = here.size() > layers.size() ? here : layers;
      }
    }
    if (layers.size() > limit) {
      Op.Call last = layers.getLast();
      out.add(
          INFO,
          body,
          last.node(),
          "%d values are put over one another: each look-up goes through all of them"
              .formatted(layers.size()),
          List.of(
              new Step(unit.span(body, layers.getFirst().node()), "the first"),
              new Step(unit.span(body, last.node()), "the last")));
    }
  }

  private static void throughMiddleware(
      Body body, int limit, Chains chains, Unit unit, Findings out) {
    int values = 0;
    List<Step> steps = new ArrayList<>();
    for (Op.Call call : calls(body)) {
      int here = 0;
      for (Body middleware : middleware(call, unit)) {
        here += chains.addedBy(middleware);
      }
      if (here > 0) {
        values += here;
        steps.add(
            new Step(unit.span(body, call.node()), here == 1 ? "adds a value" : "adds " + here));
      }
      if (here > 0 && values > limit && values - here <= limit) {
        out.add(
            INFO,
            body,
            call.node(),
            "the middleware puts more than %d values over one another".formatted(limit),
            steps);
      }
    }
  }

  private static List<Op.Call> calls(Body body) {
    List<Op.Call> calls = new ArrayList<>();
    body.forEachOp(op -> {
      if (op instanceof Op.Call call) {
        calls.add(call);
      }
    });
    return calls;
  }

  /** The functions that a call wraps a handler in, or gives to a router to do so. */
  private static Set<Body> middleware(Op.Call call, Unit unit) {
    Set<Body> found = new LinkedHashSet<>();
    if (call.lastName().equals("Use")) {
      for (Value given : call.arguments()) {
        switch (given) {
          case Value.Function(var symbol) -> unit.summaries().body(symbol).ifPresent(found::add);
          case Value.BoundMethod(var symbol, _) ->
              unit.summaries().body(symbol).ifPresent(found::add);
          case Value.Closure(Body literal) -> found.add(literal);
          case Value.Result(Op.Call maker, _) ->
              unit.summaries().body(maker.callee()).ifPresent(found::add);
          default -> {}
        }
      }
    } else if (call.callee() instanceof Callee.Static) {
      unit.summaries().body(call.callee()).ifPresent(found::add);
    }
    return found;
  }

  /** How contexts are made of others. */
  private record Chains(Unit unit) {
    /** The calls that put values into a context, the first one first. */
    List<Op.Call> layers(Body body, Value context, int depth) {
      List<Op.Call> layers = new ArrayList<>();
      Set<Value> seen = new HashSet<>();
      Value at = context;
      while (seen.add(at)) {
        Set<Value> sources = body.sources(at);
        Value source = sources.size() == 1 ? sources.iterator().next() : deepest(sources);
        if (!(source instanceof Value.Result(Op.Call call, int index)) || index != 0) {
          break;
        }
        switch (call.name()) {
          case "context.WithValue" -> {
            layers.addFirst(call);
            at = call.argument(0);
          }
          case "context.WithCancel",
              "context.WithTimeout",
              "context.WithDeadline",
              "context.WithoutCancel" ->
              at = call.argument(0);
          case "net/http.Request.Context" -> at = call.receiver();
          case "net/http.Request.WithContext", "net/http.Request.Clone" -> at = call.argument(0);
          default -> {
            Optional<Body> callee = unit.summaries().body(call.callee());
            if (callee.isEmpty() || depth >= DEPTH) {
              return layers;
            }
            int added = added(callee.get(), depth + 1);
            for (int i = 0; i < added; i++) {
              layers.addFirst(call);
            }
            at = call.arguments().isEmpty() ? Value.NIL : call.argument(0);
          }
        }
      }
      return layers;
    }

    private static Value deepest(Set<Value> sources) {
      return sources.stream()
          .filter(source ->
              source instanceof Value.Result(Op.Call call, _)
                  && call.name().equals("context.WithValue"))
          .findFirst()
          .orElse(Value.NIL);
    }

    /** How many values a function puts over the context that it gets, in what it returns. */
    private int added(Body function, int depth) {
      int[] most = new int[1];
      function.forEachOp(op -> {
        if (op instanceof Op.Return returned && !returned.values().isEmpty()) {
          int here = layers(function, returned.values().getFirst(), depth).size();
          most[0] = Math.max(most[0], here);
        }
      });
      return most[0];
    }

    /** How many values a middleware puts over the context of the request that it hands on. */
    int addedBy(Body middleware) {
      int[] most = new int[1];
      middleware.forEachBody(body ->
          body.forEachOp(op -> {
            if (op instanceof Op.Call call && call.lastName().equals("ServeHTTP")) {
              most[0] = Math.max(most[0], layers(body, call.argument(1), 0).size());
            }
          }));
      return most[0];
    }
  }
}
