package dev.tidemark.scan.growth;

import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.types.Type;
import dev.tidemark.scan.CallSites;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.request.RequestPaths;
import java.util.Set;

/** Values that are another one each time: what is made there, and ids. */
public final class Fresh {
  private Fresh() {}

  /** Whether a value is never the same twice, so that a map under it as key grows each time. */
  public static boolean isKey(Growth.Insertion insertion, Unit unit) {
    Set<Value> sources = insertion.body().sources(insertion.key());
    return !insertion.key().equals(Value.NIL)
        && sources.stream()
            .allMatch(source ->
                source instanceof Value.Parameter parameter
                    ? isHandedIn(parameter, insertion, unit)
                    : isNewKey(source, insertion));
  }

  private static boolean isNewKey(Value source, Growth.Insertion insertion) {
    return isNew(source) && (!isStruct(source) || isOfPointer(insertion));
  }

  /** Whether a function that requests call is called with a new one. */
  private static boolean isHandedIn(
      Value.Parameter parameter, Growth.Insertion insertion, Unit unit) {
    return !parameter.body().isLiteral()
        && CallSites.of(unit).of(parameter.body().symbol()).stream()
            .filter(site -> RequestPaths.of(unit).handler(site.body()).isPresent())
            .anyMatch(site ->
                site.body().sources(site.call().argument(parameter.index())).stream()
                    .allMatch(source -> isNewKey(source, insertion)));
  }

  /** The same for a key that another goroutine sends. */
  public static boolean isSent(Growth.Insertion insertion, Value sent) {
    return isNew(sent)
        && insertion.key() instanceof Value.Received
        && (!isStruct(sent) || isOfPointer(insertion));
  }

  private static boolean isStruct(Value value) {
    return value instanceof Value.Made made && made.kind() == Value.Kind.VARIABLE;
  }

  /** Whether what is made is told from others by where it is, not by what it holds. */
  private static boolean isOfPointer(Growth.Insertion insertion) {
    Expr key =
        switch (insertion.op().node()) {
          case Stmt.AssignStmt assign
              when assign.left().getFirst() instanceof Expr.IndexExpr element ->
              element.index();
          case Expr.CallExpr call when !call.arguments().isEmpty() -> call.arguments().getFirst();
          default -> Expr.NONE;
        };
    return insertion.body().info().type(key).underlying() instanceof Type.Pointer;
  }

  private static boolean isNew(Value value) {
    return switch (value) {
      case Value.Made made ->
          made.kind() == Value.Kind.CHANNEL || made.kind() == Value.Kind.VARIABLE;
      case Value.Result(Op.Call call, _) -> isId(call);
      default -> false;
    };
  }

  private static boolean isId(Op.Call call) {
    return switch (call.name()) {
      case "github.com/google/uuid.New",
          "github.com/google/uuid.NewString",
          "github.com/google/uuid.NewRandom",
          "github.com/google/uuid.NewV7",
          "github.com/google/uuid.Must",
          "github.com/gofrs/uuid.NewV4",
          "github.com/satori/go.uuid.NewV4",
          "github.com/rs/xid.New",
          "github.com/oklog/ulid.Make",
          "github.com/oklog/ulid/v2.Make",
          "github.com/segmentio/ksuid.New",
          "crypto/rand.Text",
          "time.Time.UnixNano",
          "time.Time.UnixMicro",
          "time.Time.UnixMilli",
          "time.Now" ->
          true;
      case "sync/atomic.Int64.Add",
          "sync/atomic.Uint64.Add",
          "sync/atomic.AddInt64",
          "sync/atomic.AddUint64" ->
          true;
      case "fmt.Sprint", "fmt.Sprintf", "strconv.FormatInt", "strconv.FormatUint" ->
          call.arguments().stream().anyMatch(Fresh::isNew);
      default -> call.lastName().equals("String") && isNew(call.receiver());
    };
  }
}
