package dev.tidemark.scan.rule.lostcancel;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Func;
import dev.tidemark.scan.Loops;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the context that a function is handed is one of the call: a function of which the package
 * shows that it is called over and over with the same one, or with one that it keeps, has a parent
 * below which lost contexts pile up.
 */
final class Parents {
  private static final int DEPTH = 4;

  private record Site(Body body, Op.Call call) {}

  private final Map<Func, List<Site>> sites = new HashMap<>();

  private Parents(Unit unit) {
    unit.forEachCall((body, call) -> {
      if (call.callee() instanceof Callee.Static(Func symbol)) {
        sites.computeIfAbsent(symbol.origin(), _ -> new ArrayList<>()).add(new Site(body, call));
      }
    });
  }

  static Parents of(Unit unit) {
    return unit.once(Parents.class, () -> new Parents(unit));
  }

  /** Whether a context is a parameter of the function, and each call brings its own. */
  boolean endsWithCall(Value parent, Body body) {
    return endsWithCall(parent, body, 0);
  }

  private boolean endsWithCall(Value parent, Body body, int depth) {
    if (!(parent instanceof Value.Parameter(Body owner, int index, _))
        || owner != body
        || body.isLiteral()
        || depth > DEPTH) {
      return false;
    }
    List<Site> callers = sites.getOrDefault(body.symbol().origin(), List.of());
    return !callers.isEmpty()
        && callers.stream()
            .allMatch(site ->
                !Loops.repeats(site.body, site.call)
                    && site.call.mode() != Op.Mode.GO
                    && isOfCall(site.call.argument(index), site.body, depth));
  }

  private boolean isOfCall(Value context, Body body, int depth) {
    return switch (context) {
      case Value.Parameter(Body owner, _, _) when owner == body && !body.isLiteral() ->
          !sites.containsKey(body.symbol().origin()) || endsWithCall(context, body, depth + 1);
      case Value.Result(Op.Call maker, _) ->
          maker.name().equals("net/http.Request.Context")
              || maker.name().startsWith("context.With")
                  && isOfCall(maker.argument(0), body, depth + 1);
      default -> false;
    };
  }
}
