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

/** A prepared statement that is not closed on some path: the database keeps it. */
public final class StatementNotClosed extends ReleaseRule {
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
            "`defer stmt.Close()` right behind the check of the error"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    if (!(body.info().type(call.node()) instanceof Type.Tuple tuple)
        || tuple.vars().size() != 2
        || unit.summaries().body(call.callee()).isPresent()) {
      return Optional.empty();
    }
    String type = QualifiedName.of(tuple.vars().getFirst().type());
    return STATEMENTS.contains(type)
        ? Optional.of(Acquisition.of(call, RESOURCE, 0, 1))
        : Optional.empty();
  }
}
