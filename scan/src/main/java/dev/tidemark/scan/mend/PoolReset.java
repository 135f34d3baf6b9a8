package dev.tidemark.scan.mend;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import java.util.Set;

/**
 * Empties a buffer before it goes back to its pool.
 *
 * <pre>
 *   b := pool.Get().(*bytes.Buffer)
 *   …
 * + b.Reset()
 *   pool.Put(b)
 * </pre>
 */
final class PoolReset implements Mending {
  private static final Set<String> BUFFERS = Set.of("*bytes.Buffer", "*strings.Builder");

  @Override
  public Change of(Source source) throws NotMendable {
    Expr.CallExpr put = source.call();
    Place place = source.place();
    if (!(put.arguments().size() == 1
        && put.arguments().getFirst() instanceof Expr.Ident buffer
        && isBuffer(buffer.name(), place, source.text()))) {
      throw new NotMendable("it is no buffer that is known to have a Reset");
    }
    String reset = buffer.name() + ".Reset()";
    return Change.of(reset, source.text().lineBefore(place.statement(), reset));
  }

  /** Whether all that is assigned to it in the function is one. */
  private static boolean isBuffer(String name, Place place, Text text) {
    int buffers = 0;
    for (Node node : place.inside(Stmt.AssignStmt.class)) {
      Stmt.AssignStmt assign = (Stmt.AssignStmt) node;
      if (assign.left().stream()
          .anyMatch(left -> left instanceof Expr.Ident one && one.name().equals(name))) {
        if (assign.right().size() != 1
            || !(assign.right().getFirst() instanceof Expr.TypeAssertExpr asserted)
            || !BUFFERS.contains(text.of(asserted.type()))) {
          return false;
        }
        buffers++;
      }
    }
    return buffers == 1;
  }
}
