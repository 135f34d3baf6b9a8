package dev.tidemark.scan.rule.sqlrows;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of a query that are not closed on some path: they keep their connection, and the pool opens
 * another one, or waits for ever at its limit.
 *
 * <pre>
 *   rows, err := db.Query(q)                     rows, err := db.Query(q)
 *   for rows.Next() {                            defer rows.Close()          // fine
 *     if err := rows.Scan(&v); err != nil {      for rows.Next() { … }
 *       return err           // found
 *     }
 *   }
 * </pre>
 */
public final class RowsNotClosed extends ReleaseRule {
  static final Set<String> ROWS =
      Set.of(
          "database/sql.Rows",
          "github.com/jmoiron/sqlx.Rows",
          "github.com/jackc/pgx/v4.Rows",
          "github.com/jackc/pgx/v5.Rows",
          "cloud.google.com/go/spanner.RowIterator");

  private static final Resource RESOURCE =
      new Resource("the query's result", "closed", Set.of("Close", "Stop"));

  public RowsNotClosed() {
    super(
        new RuleInfo(
            "rows-not-closed",
            LeakClass.LEAK,
            "the rows of a query are not closed on every path",
            772,
            "`defer rows.Close()` right behind the check of the error"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    if (!(body.info().type(call.node()) instanceof Type.Tuple tuple)
        || tuple.vars().size() != 2
        || unit.summaries().body(call.callee()).isPresent()) {
      return Optional.empty();
    }
    String type = QualifiedName.of(tuple.vars().getFirst().type());
    return ROWS.contains(type)
        ? Optional.of(Acquisition.of(call, RESOURCE, 0, 1))
        : Optional.empty();
  }
}
