package dev.tidemark.scan.rule.client;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RequestRule;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import dev.tidemark.scan.request.RequestPaths;
import java.util.Optional;
import java.util.Set;

/**
 * A pool of connections that each request opens and none closes: it has goroutines of its own, and
 * what it holds is never collected.
 *
 * <pre>
 *   func handle(w, r) {                          var db, _ = sql.Open("pgx", dsn)  // once: fine
 *     db, err := sql.Open("pgx", dsn)   // found
 *     …                                          func handle(w, r) {
 *     db.QueryRow(…)                               db.QueryRow(…)
 *   }                                            }
 * </pre>
 *
 * <p>Functions of the package that open one each time they are called are followed.
 */
public final class ClientPerRequest extends ReleaseRule implements RequestRule {
  public ClientPerRequest() {
    super(
        new RuleInfo(
            "client-per-request",
            LeakClass.LEAK,
            "each request opens a database, connection or client that is not closed",
            772,
            "open it once, when the service starts, and hand it to the handlers; or defer Close"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    if (RequestPaths.of(unit).handler(body).isEmpty()) {
      return Optional.empty();
    }
    Optional<Opened> opened = opened(call, unit, 0);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    int last = body.resultTypes(call).size() - 1;
    return Optional.of(
        Acquisition.of(call, opened.get().resource, opened.get().index, last > 0 ? last : -1));
  }

  /**
   * @param index of the result that it is
   */
  private record Opened(Resource resource, int index) {
    static Optional<Opened> first(String what, String... releases) {
      String name = "the " + what + " that each request opens";
      return Optional.of(new Opened(new Resource(name, "closed", Set.of(releases)), 0));
    }
  }

  private static Optional<Opened> opened(Op.Call call, Unit unit, int depth) {
    Optional<Opened> known = library(call.name());
    if (known.isPresent() || depth > 1) {
      return known;
    }
    return unit.summaries().body(call.callee()).flatMap(function -> madeBy(function, unit, depth));
  }

  /** What a function opens each time it is called, and returns. */
  private static Optional<Opened> madeBy(Body function, Unit unit, int depth) {
    Opened[] found = new Opened[1];
    boolean[] isOther = new boolean[1];
    function.forEachOp(op -> {
      if (op instanceof Op.Return returned && !returned.values().isEmpty()) {
        // With a function beside it, who gets it is told how to close it.
        isOther[0] |= returned.values().stream().anyMatch(Value.Closure.class::isInstance);
        for (Value source : function.sources(returned.values().getFirst())) {
          Optional<Opened> here =
              source instanceof Value.Result(Op.Call call, int index)
                  ? opened(call, unit, depth + 1).filter(opened -> opened.index == index)
                  : Optional.empty();
          here.ifPresent(opened -> found[0] = opened);
          isOther[0] |= here.isEmpty() && !source.equals(Value.NIL);
        }
      }
    });
    return isOther[0] ? Optional.empty() : Optional.ofNullable(found[0]);
  }

  private static Optional<Opened> library(String name) {
    return switch (name) {
      case "database/sql.Open",
          "database/sql.OpenDB",
          "github.com/jmoiron/sqlx.Open",
          "github.com/jmoiron/sqlx.Connect",
          "github.com/jmoiron/sqlx.ConnectContext",
          "github.com/jmoiron/sqlx.MustConnect",
          "github.com/jmoiron/sqlx.MustOpen" ->
          Opened.first("database", "Close");
      case "gorm.io/gorm.Open" -> Opened.first("database", "DB");
      case "google.golang.org/grpc.Dial",
          "google.golang.org/grpc.DialContext",
          "google.golang.org/grpc.NewClient" ->
          Opened.first("gRPC connection", "Close");
      case "github.com/jackc/pgx/v5/pgxpool.New",
          "github.com/jackc/pgx/v5/pgxpool.NewWithConfig",
          "github.com/jackc/pgx/v4/pgxpool.Connect",
          "github.com/jackc/pgx/v4/pgxpool.ConnectConfig" ->
          Opened.first("connection pool", "Close");
      case "go.mongodb.org/mongo-driver/mongo.Connect",
          "go.mongodb.org/mongo-driver/mongo.NewClient",
          "go.mongodb.org/mongo-driver/v2/mongo.Connect" ->
          Opened.first("MongoDB client", "Disconnect");
      case "go.etcd.io/etcd/client/v3.New" -> Opened.first("etcd client", "Close");
      case "github.com/segmentio/kafka-go.NewReader" -> Opened.first("Kafka reader", "Close");
      case "github.com/segmentio/kafka-go.NewWriter" -> Opened.first("Kafka writer", "Close");
      case "github.com/IBM/sarama.NewClient",
          "github.com/IBM/sarama.NewConsumer",
          "github.com/IBM/sarama.NewConsumerGroup",
          "github.com/IBM/sarama.NewSyncProducer",
          "github.com/IBM/sarama.NewAsyncProducer",
          "github.com/Shopify/sarama.NewConsumer",
          "github.com/Shopify/sarama.NewSyncProducer",
          "github.com/Shopify/sarama.NewAsyncProducer" ->
          Opened.first("Kafka client", "Close", "AsyncClose");
      case "github.com/twmb/franz-go/pkg/kgo.NewClient" ->
          Opened.first("Kafka client", "Close", "CloseAllowingRebalance");
      case "github.com/jackc/pgx/v5.Connect", "github.com/jackc/pgx/v4.Connect" ->
          Opened.first("connection", "Close");
      case "go.opentelemetry.io/otel/sdk/trace.NewTracerProvider" ->
          Opened.first("tracer provider", "Shutdown");
      case "github.com/nats-io/nats.go.Connect" ->
          Opened.first("NATS connection", "Close", "Drain");
      default -> isRedis(name) ? Opened.first("Redis client", "Close") : Optional.empty();
    };
  }

  private static boolean isRedis(String name) {
    return (name.startsWith("github.com/redis/go-redis/")
            || name.startsWith("github.com/go-redis/redis"))
        && (name.endsWith(".NewClient")
            || name.endsWith(".NewClusterClient")
            || name.endsWith(".NewFailoverClient")
            || name.endsWith(".NewUniversalClient"));
  }
}
