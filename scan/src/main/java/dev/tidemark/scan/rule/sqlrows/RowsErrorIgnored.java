package dev.tidemark.scan.rule.sqlrows;

import dev.tidemark.golang.effect.Effect;
import dev.tidemark.golang.effect.Summary;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.Findings;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Step;
import dev.tidemark.scan.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows whose Err is not asked: a connection that breaks in the middle looks like the end of the
 * result.
 */
public final class RowsErrorIgnored implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "rows-error-ignored",
          LeakClass.HYGIENE,
          "the error of a query's rows is not asked for",
          252,
          "`if err := rows.Err(); err != nil { return err }` behind the loop");

  private static final Set<String> ROWS =
      Set.of(
          "database/sql.Rows",
          "github.com/jmoiron/sqlx.Rows",
          "github.com/jackc/pgx/v4.Rows",
          "github.com/jackc/pgx/v5.Rows");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (call.mode() == Op.Mode.NOW
          && body.resultTypes(call).stream().limit(1).anyMatch(RowsErrorIgnored::isRows)
          && !isAsked(new Value.Result(call, 0), body, unit)) {
        out.add(
            INFO,
            body,
            call.node(),
            "rows.Err() is not asked: an error looks like the end of the rows",
            List.of(new Step(unit.span(body, call.node()), "the query is made here")));
      }
    });
  }

  private static boolean isRows(Type type) {
    return ROWS.contains(QualifiedName.of(type));
  }

  /** Whether the error is asked for, or somebody else has the rows and may ask. */
  private static boolean isAsked(Value rows, Body body, Unit unit) {
    Body root = body;
    while (root.isLiteral()) {
      root = root.outer();
    }
    boolean[] found = new boolean[1];
    root.forEachBody(one -> one.forEachOp(op -> found[0] |= asks(op, rows, one, unit)));
    return found[0];
  }

  private static boolean asks(Op op, Value rows, Body body, Unit unit) {
    return switch (op) {
      case Op.Call call -> {
        if (call.name().endsWith(".Err") && is(call.receiver(), rows, body)) {
          yield true;
        }
        for (int i = 0; i < call.arguments().size(); i++) {
          if (is(call.argument(i), rows, body) && mayAsk(call, i, unit)) {
            yield true;
          }
        }
        yield false;
      }
      case Op.Return returned ->
          returned.values().stream().anyMatch(value -> is(value, rows, body));
      case Op.Send send -> is(send.value(), rows, body);
      case Op.Store store ->
          !(store.place() instanceof Value.Cell) && is(store.value(), rows, body);
      case Op.Receive _, Op.Select _, Op.Share _, Op.Load _ -> false;
    };
  }

  private static boolean is(Value value, Value rows, Body body) {
    return value.equals(rows)
        || value instanceof Value.Field field && field.base().equals(rows)
        || (value instanceof Value.Phi || value instanceof Value.Cell)
            && body.sources(value).contains(rows);
  }

  private static boolean mayAsk(Op.Call call, int index, Unit unit) {
    Optional<Summary> known = unit.summaries().of(call.callee());
    return known
        .map(summary ->
            summary
                .of(index)
                .anyMatch(effect ->
                    switch (effect.kind()) {
                      case METHOD -> effect.detail().endsWith(".Err");
                      case STORED, SENT, PASSED, RETURNED -> true;
                      default -> effect.kind() == Effect.Kind.CALLED;
                    }))
        .orElse(true);
  }
}
