package dev.tidemark.scan.rule.lostcancel;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.CallSites;
import dev.tidemark.scan.Loops;
import dev.tidemark.scan.Unit;
import java.util.List;

/**
 * Whether the context that a function is handed is one of the call: a function of which the package
 * shows that it is called over and over with the same one, or with one that it keeps, has a parent
 * below which lost contexts pile up.
 */
final class Parents {
  private static final int DEPTH = 4;

  private final CallSites sites;

  Parents(Unit unit) {
    this.sites = CallSites.of(unit);
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
    List<CallSites.Site> callers = sites.of(body.symbol());
    return !callers.isEmpty()
        && callers.stream()
            .allMatch(site ->
                !Loops.repeats(site.body(), site.call())
                    && site.call().mode() != Op.Mode.GO
                    && isOfCall(site.call().argument(index), site.body(), depth));
  }

  private boolean isOfCall(Value context, Body body, int depth) {
    return switch (context) {
      case Value.Parameter(Body owner, _, _) when owner == body && !body.isLiteral() ->
          sites.of(body.symbol()).isEmpty() || endsWithCall(context, body, depth + 1);
      case Value.Result(Op.Call maker, _) ->
          maker.name().equals("net/http.Request.Context")
              || maker.name().startsWith("context.With")
                  && isOfCall(maker.argument(0), body, depth + 1);
      default -> false;
    };
  }
}
