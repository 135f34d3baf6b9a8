package dev.tidemark.scan.rule.sqlrows;

import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.End;
import dev.tidemark.scan.release.Resource;
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
public final class RowsNotClosed extends DatabaseRule {
  private static final Set<String> ROWS =
      Set.of(
          "database/sql.Rows",
          "github.com/jmoiron/sqlx.Rows",
          "github.com/jackc/pgx/v4.Rows",
          "github.com/jackc/pgx/v5.Rows",
          "cloud.google.com/go/spanner.RowIterator");

  private static final Resource RESOURCE =
      new Resource(
          "the query's result", "closed", Set.of("Close", "Stop"), Set.of(), Set.of("Next"));

  public RowsNotClosed() {
    super(
        new RuleInfo(
            "rows-not-closed",
            LeakClass.LEAK,
            "the rows of a query are not closed on every path",
            772,
            "`defer rows.Close()` right behind the check of the error"),
        ROWS,
        RESOURCE);
  }

  /** Rows that have an error are closed. */
  @Override
  protected End end(Acquisition acquired) {
    return new End() {
      @Override
      public boolean isWhere(Value condition, boolean isTrue) {
        return !isTrue
            && condition instanceof Value.Computed(_, Value asked, Value.Nil _)
            && asked instanceof Value.Result(Op.Call call, _)
            && call.lastName().equals("Err")
            && isOf(call.receiver(), acquired.value());
      }
    };
  }

  private static boolean isOf(Value part, Value rows) {
    return part.equals(rows) || part instanceof Value.Field field && isOf(field.base(), rows);
  }
}
