package dev.tidemark.diagnose.shape;

/**
 * Rows that are not closed, or a transaction that is neither committed nor rolled back.
 *
 * <pre>{@code
 * rows, err := db.QueryContext(ctx, q)   rows, err := db.QueryContext(ctx, q)
 * if rows.Next() {                       defer rows.Close()  // fine
 *     return scan(rows)  // found        if rows.Next() {
 * }                                          return scan(rows)
 *                                        }
 * }</pre>
 */
final class SqlRows implements Shape {
  private static final String TRANSACTION = "database/sql.(*Tx).awaitDone";

  @Override
  public String name() {
    return "sql-rows";
  }

  @Override
  public String title() {
    return "query results or transactions stay open";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines.stack().has("database/sql.(*Rows).awaitDone", TRANSACTION);
  }

  @Override
  public String fix(Sighting seen) {
    String caller = seen.around().ownCallerOf(Functions.of("database/sql.(*DB)."));
    return seen.stack().has(TRANSACTION)
        ? Fix.at(
            caller, "defer tx.Rollback() right after BeginTx{in}: it does nothing after Commit")
        : Fix.at(caller, "defer rows.Close() right after the query{in}, and check rows.Err()");
  }
}
