package dev.tidemark.scan.rule.lease;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.scan.LeakClass;
import dev.tidemark.scan.RuleInfo;
import dev.tidemark.scan.Unit;
import dev.tidemark.scan.release.Acquisition;
import dev.tidemark.scan.release.ReleaseRule;
import dev.tidemark.scan.release.Resource;
import java.util.Optional;
import java.util.Set;

/**
 * A connection that a pool lends, a subscription, or a decoder with goroutines of its own that is
 * not given back on some path: the pool opens another one or waits for ever at its limit.
 *
 * <pre>
 *   conn, err := pool.Acquire(ctx)               conn, err := pool.Acquire(ctx)
 *   if err := conn.Ping(ctx); err != nil {       if err != nil { return err }
 *     return err              // found           defer conn.Release()         // fine
 *   }
 *   conn.Release()
 * </pre>
 */
public final class LeaseNotReturned extends ReleaseRule {
  private static final Resource CONNECTION =
      new Resource("the pool's connection", "released", Set.of("Release", "Close", "Hijack"));

  private static final Resource SUBSCRIPTION =
      new Resource(
          "the subscription", "closed", Set.of("Close", "Unsubscribe", "Drain", "AutoUnsubscribe"));

  private static final Resource DECODER =
      new Resource("the decoder, which has goroutines,", "closed", Set.of("Close", "IOReadCloser"));

  public LeaseNotReturned() {
    super(
        new RuleInfo(
            "lease-not-returned",
            LeakClass.LEAK,
            "a pool's connection or a subscription is not given back on every path",
            772,
            "`defer conn.Release()` (or Close) right behind the check of the error"));
  }

  @Override
  protected Optional<Acquisition> acquired(Op.Call call, Body body, Unit unit) {
    boolean isKnown =
        body.resultTypes(call).stream()
            .limit(1)
            .anyMatch(type -> !QualifiedName.of(type).isEmpty());
    return isKnown ? acquired(call) : Optional.empty();
  }

  private static Optional<Acquisition> acquired(Op.Call call) {
    return switch (call.name()) {
      case "github.com/jackc/pgx/v5/pgxpool.Pool.Acquire",
          "github.com/jackc/pgx/v4/pgxpool.Pool.Acquire",
          "database/sql.DB.Conn",
          "github.com/jmoiron/sqlx.DB.Connx" ->
          Optional.of(Acquisition.of(call, CONNECTION, 0, 1));
      case "github.com/gomodule/redigo/redis.Pool.Get" ->
          Optional.of(Acquisition.of(call, CONNECTION, 0, -1));
      case "github.com/redis/go-redis/v9.Client.Subscribe",
          "github.com/redis/go-redis/v9.Client.PSubscribe",
          "github.com/redis/go-redis/v9.ClusterClient.Subscribe",
          "github.com/redis/go-redis/v9.ClusterClient.PSubscribe",
          "github.com/go-redis/redis/v8.Client.Subscribe",
          "github.com/go-redis/redis/v8.Client.PSubscribe" ->
          Optional.of(Acquisition.of(call, SUBSCRIPTION, 0, -1));
      case "github.com/nats-io/nats.go.Conn.SubscribeSync",
          "github.com/nats-io/nats.go.Conn.ChanSubscribe" ->
          Optional.of(Acquisition.of(call, SUBSCRIPTION, 0, 1));
      case "github.com/klauspost/compress/zstd.NewReader" ->
          Optional.of(Acquisition.of(call, DECODER, 0, 1));
      default -> Optional.empty();
    };
  }
}
