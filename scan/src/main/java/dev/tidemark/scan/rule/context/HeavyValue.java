package dev.tidemark.scan.rule.context;

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
import java.util.Set;

/**
 * A pool, client or table that is carried in a context: whoever keeps the context keeps it, and
 * nothing in a signature says so.
 */
public final class HeavyValue implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "context-heavy-value",
          LeakClass.HYGIENE,
          "a context carries a pool, client or table",
          0,
          "hand it to who needs it as a parameter or field; a context is for a request's own ids");

  private static final Set<String> HEAVY =
      Set.of(
          "database/sql.DB",
          "net/http.Client",
          "net/http.Transport",
          "bytes.Buffer",
          "gorm.io/gorm.DB",
          "github.com/jmoiron/sqlx.DB",
          "github.com/jackc/pgx/v5/pgxpool.Pool",
          "github.com/redis/go-redis/v9.Client",
          "go.mongodb.org/mongo-driver/mongo.Client",
          "google.golang.org/grpc.ClientConn",
          "sync.Map",
          "sync.Pool");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Unit unit, Findings out) {
    unit.forEachCall((body, call) -> {
      if (call.name().equals("context.WithValue") && call.node().arguments().size() == 3) {
        String what = what(call, body);
        if (!what.isEmpty() && !body.file().endsWith("_test.go")) {
          out.add(
              INFO,
              body,
              call.node(),
              "the context carries " + what + ": who keeps the context keeps it too",
              List.of(new Step(unit.span(body, call.node()), "put into the context")));
        }
      }
    });
  }

  private static String what(Op.Call call, Body body) {
    Type type = body.info().type(call.node().arguments().get(2));
    String name = QualifiedName.of(type);
    if (HEAVY.contains(name)) {
      return isAskedFor(call) ? "" : "a " + name.substring(name.lastIndexOf('/') + 1);
    }
    boolean isTable =
        call.argument(2) instanceof Value.Global
            && (type.underlying() instanceof Type.Map || type.underlying() instanceof Type.Slice);
    return isTable ? "a table of the package" : "";
  }

  /** A library's own key says that it wants the value there, as golang.org/x/oauth2 does. */
  private static boolean isAskedFor(Op.Call call) {
    return call.argument(1) instanceof Value.Global(var key)
        && key.pkg().path().equals("golang.org/x/oauth2");
  }
}
