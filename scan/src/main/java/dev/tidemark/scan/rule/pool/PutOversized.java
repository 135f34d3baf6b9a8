package dev.tidemark.scan.rule.pool;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A buffer that holds what a client sent, and goes back into its pool however large it has become:
 * one large request, and the pool holds that much.
 *
 * <pre>
 *   buf := pool.Get().(*bytes.Buffer)            if buf.Cap() &lt;= 64 &lt;&lt; 10 {
 *   buf.ReadFrom(r.Body)                           pool.Put(buf)                    // fine
 *   pool.Put(buf)               // found         }
 * </pre>
 */
public final class PutOversized implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "pool-put-oversized",
          LeakClass.BOUNDED,
          "a buffer goes back into its pool however large a request has made it",
          770,
          "put it back only where `buf.Cap()` is below a limit");

  private static final Set<String> SIZES = Set.of("Cap", "Len", "Available");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, put) -> {
      if (put.name().equals("sync.Pool.Put")) {
        check(put, body, unit, out);
      }
    });
  }

  private static void check(Op.Call put, Body body, Unit unit, Findings out) {
    List<Op.Call> fills = new ArrayList<>();
    boolean[] isMinded = new boolean[1];
    body.forEachOp(op -> {
      if (op instanceof Op.Call call) {
        if (isFill(call, body) && filled(call).equals(put.argument(0))) {
          fills.add(call);
        }
        isMinded[0] |=
            call.name().startsWith("bytes.Buffer.") && SIZES.contains(call.lastName())
                || call.name().contains("LimitReader")
                || call.name().contains("MaxBytes");
      }
    });
    if (!isMinded[0] && !fills.isEmpty()) {
      out.add(
          INFO,
          body,
          put.node(),
          "the buffer goes back as large as the largest request has made it",
          List.of(
              new Step(unit.span(body, fills.getFirst().node()), "filled by a client"),
              new Step(unit.span(body, put.node()), "put back")));
    }
  }

  private static Value filled(Op.Call fill) {
    return fill.name().equals("io.Copy") ? fill.argument(0) : fill.receiver();
  }

  private static boolean isFill(Op.Call call, Body body) {
    int source =
        switch (call.name()) {
          case "io.Copy" -> 1;
          case "bytes.Buffer.ReadFrom" -> 0;
          default -> -1;
        };
    return source >= 0
        && source < call.node().arguments().size()
        && call.node().arguments().get(source)
            instanceof Expr.SelectorExpr(var _, var _, Expr request, var selected)
        && selected.name().equals("Body")
        && QualifiedName.of(body.info().type(request)).startsWith("net/http.Re");
  }
}
