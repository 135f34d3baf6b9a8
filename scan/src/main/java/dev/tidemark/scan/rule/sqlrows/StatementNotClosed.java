package dev.tidemark.scan.rule.sqlrows;

import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.release.Resource;
import java.util.Set;

/** A prepared statement that is not closed on some path: the database keeps it. */
public final class StatementNotClosed extends DatabaseRule {
  private static final Set<String> STATEMENTS =
      Set.of(
          "database/sql.Stmt", "github.com/jmoiron/sqlx.Stmt", "github.com/jmoiron/sqlx.NamedStmt");

  private static final Resource RESOURCE =
      new Resource("the prepared statement", "closed", Set.of("Close"));

  public StatementNotClosed() {
    super(
        new RuleInfo(
            "statement-not-closed",
            LeakClass.LEAK,
            "a prepared statement is not closed on every path",
            772,
            "`defer stmt.Close()` right behind the check of the error"),
        STATEMENTS,
        RESOURCE);
  }
}
