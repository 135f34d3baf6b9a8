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

/** A transaction that is neither committed nor rolled back on some path: its connection is lost. */
public final class TransactionNotFinished extends ReleaseRule {
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
            "`defer tx.Rollback()` right behind the check of the error: after Commit it does nothing"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    if (!(body.info().type(call.node()) instanceof Type.Tuple tuple)
        || tuple.vars().size() != 2
        || unit.summaries().body(call.callee()).isPresent()) {
      return Optional.empty();
    }
    String type = QualifiedName.of(tuple.vars().getFirst().type());
    return TRANSACTIONS.contains(type)
        ? Optional.of(Acquisition.of(call, RESOURCE, 0, 1))
        : Optional.empty();
  }
}
