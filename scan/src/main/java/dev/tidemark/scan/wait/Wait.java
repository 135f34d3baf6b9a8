package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Op;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a goroutine waits for. */
sealed interface Wait {
  Stuck.Spot at();

  record Send(Stuck.Spot at, Instance.Channel channel, Datum value) implements Wait {}

  record Receive(Stuck.Spot at, Instance.Channel channel) implements Wait {}

  /** A channel that is nil, or a select without clauses. */
  record Never(Stuck.Spot at) implements Wait {}

  /**
   * @param channels null for a clause that can't be
   * @param values what is sent; null for what is received
   */
  record Select(
      Stuck.Spot at,
      Op.Select op,
      List<Instance.@Nullable Channel> channels,
      List<@Nullable Datum> values)
      implements Wait {}

  record Acquire(Stuck.Spot at, Instance.Lock lock, boolean isWrite, Op.@Nullable Call call)
      implements Wait {}

  record Group(Stuck.Spot at, Instance.Group group, Op.@Nullable Call call) implements Wait {}

  /** Room in a group that runs only so many at once. */
  record Room(Stuck.Spot at, Instance.Group group, Invocation invocation, Op.@Nullable Call call)
      implements Wait {}

  record Once(Stuck.Spot at, Instance.Once once, Op.@Nullable Call call) implements Wait {}

  /** A condition's signal. */
  final class Signal implements Wait {
    private final Stuck.Spot at;
    final Instance.Condition condition;
    final Op.@Nullable Call call;
    boolean isSignalled;

    Signal(Stuck.Spot at, Instance.Condition condition, Op.@Nullable Call call) {
      this.at = at;
      this.condition = condition;
      this.call = call;
    }

    @Override
    public Stuck.Spot at() {
      return at;
    }
  }
}
