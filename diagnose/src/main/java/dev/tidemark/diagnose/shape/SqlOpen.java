package dev.tidemark.diagnose.shape;

/**
 * A database handle, which is a pool, opened for each use and never closed.
 *
 * <pre>{@code
 * func count(dsn string) (int, error) {   var db, err = sql.Open("pgx", dsn)
 *     db, err := sql.Open("pgx", dsn)
 *     …                                   func count() (int, error) {
 *     return query(db)  // found              return query(db)  // fine
 * }                                       }
 * }</pre>
 */
final class SqlOpen implements Shape {
  private static final Functions OPENS = Functions.of("database/sql.Open");

  @Override
  public String name() {
    return "sql-open";
  }

  @Override
  public String title() {
    return "database handles pile up: sql.Open without Close";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    return goroutines
        .stack()
        .has("database/sql.(*DB).connectionOpener", "database/sql.(*DB).connectionCleaner");
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.calls(OPENS);
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen, OPENS, "call sql.Open once and share the *sql.DB{in}, or Close it when done");
  }
}
