package dev.tidemark.scan.rule.sqlrows;

import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.release.Resource;
import java.util.Set;

/** A transaction that is neither committed nor rolled back on some path: its connection is lost. */
public final class TransactionNotFinished extends DatabaseRule {
  private static final Set<String> TRANSACTIONS =
      Set.of(
          "database/sql.Tx",
          "github.com/jmoiron/sqlx.Tx",
          "github.com/jackc/pgx/v4.Tx",
          "github.com/jackc/pgx/v5.Tx");

  private static final Resource RESOURCE =
      new Resource("the transaction", "committed or rolled back", Set.of("Commit", "Rollback"));

  public TransactionNotFinished() {
    super(
        new RuleInfo(
            "transaction-not-finished",
            LeakClass.LEAK,
            "a transaction is neither committed nor rolled back on every path",
            772,
            "`defer tx.Rollback()` right behind the check of the error: after Commit it does nothing"),
        TRANSACTIONS,
        RESOURCE);
  }
}
