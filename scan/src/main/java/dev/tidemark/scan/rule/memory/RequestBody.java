package dev.tidemark.scan.rule.memory;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.syntax.Expr;

/** Bodies of requests in the source. */
final class RequestBody {
  private RequestBody() {}

  /** Whether a call is given the body of a request. */
  static boolean isGiven(Op.Call call, Body body, int index) {
    return index < call.node().arguments().size()
        && call.node().arguments().get(index)
            instanceof Expr.SelectorExpr(var _, var _, Expr request, var selected)
        && selected.name().equals("Body")
        && QualifiedName.of(body.info().type(request)).equals("net/http.Request");
  }
}
