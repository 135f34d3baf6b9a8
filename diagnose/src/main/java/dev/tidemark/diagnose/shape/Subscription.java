package dev.tidemark.diagnose.shape;

/**
 * A subscription opened for a request and never closed.
 *
 * <pre>{@code
 * sub := rdb.Subscribe(ctx, topic)   sub := rdb.Subscribe(ctx, topic)
 * msg := <-sub.Channel()             defer sub.Close()  // fine
 * return msg  // found               msg := <-sub.Channel()
 *                                    return msg
 * }</pre>
 */
final class Subscription implements Shape {
  private static final Functions CLIENTS =
      Functions.of("github.com/redis/", "github.com/go-redis/", "github.com/nats-io/");

  @Override
  public String name() {
    return "open-subscription";
  }

  @Override
  public String title() {
    return "subscriptions to a message broker pile up: opened and not closed";
  }

  @Override
  public boolean isSeenIn(GoroutineSighting goroutines) {
    Stack stack = goroutines.stack();
    return stack.hasIn("github.com/redis/go-redis/", ".(*channel).")
        || stack.hasIn("github.com/redis/go-redis/", ".(*PubSub).")
        || stack.hasIn("github.com/go-redis/redis/", ".(*channel).")
        || stack.hasIn("github.com/go-redis/redis/", ".(*PubSub).")
        || stack.hasIn("github.com/IBM/sarama", ".(*partitionConsumer).")
        || stack.hasIn("github.com/Shopify/sarama", ".(*partitionConsumer).")
        || stack.hasIn("github.com/segmentio/kafka-go", ".(*reader).")
        || stack.hasIn("github.com/nats-io/nats.go", ".(*Conn).waitForMsgs")
        || stack.hasIn("github.com/nats-io/nats.go", ".(*Subscription).")
        || stack.hasIn("github.com/rabbitmq/amqp091-go", ".(*consumers).buffer")
        || stack.hasIn("github.com/streadway/amqp", ".(*consumers).buffer")
        || stack.hasIn("go.etcd.io/etcd/client", ".(*watchGrpcStream).")
        || stack.hasIn("github.com/gomodule/redigo/", ".PubSubConn.");
  }

  @Override
  public boolean isSeenIn(HeapSighting heap) {
    return heap.called().hasIn("github.com/redis/go-redis/", ".(*PubSub).")
        || heap.called().hasIn("github.com/go-redis/redis/", ".(*PubSub).");
  }

  @Override
  public String fix(Sighting seen) {
    return Fix.inCallerOf(
        seen, CLIENTS, "close each subscription when its reader ends{in}: defer sub.Close()");
  }
}
