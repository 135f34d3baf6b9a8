package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Unknown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends, receives and selects, and whoever waits for them or for anything else. */
final class Channels {
  static final Datum YES = new Datum.Truth(true);
  static final Datum NO = new Datum.Truth(false);

  private final Machine machine;
  private final World world;
  private boolean hasMet;

  Channels(Machine machine) {
    this.machine = machine;
    this.world = new World(machine);
  }

  World world() {
    return world;
  }

  /** Whether anything was waited for that code outside can't do. */
  boolean hasMet() {
    return hasMet;
  }

  private Instance.@Nullable Channel channel(Frame frame, Value value) {
    return channel(machine.memory.of(frame, value));
  }

  /** Null for nil; what is no channel is one of the world. */
  private static Instance.@Nullable Channel channel(Datum datum) {
    return switch (datum) {
      case Datum.Nil _ -> null;
      case Instance.Channel channel -> channel;
      default -> new Instance.Channel(Unknown.UNKNOWN, true, 0L);
    };
  }

  void send(Goroutine goroutine, Frame frame, Op.Send send) {
    Stuck.Spot at = new Stuck.Spot(frame.body, send.node());
    Instance.Channel channel = channel(frame, send.channel());
    block(
        goroutine,
        channel == null
            ? new Wait.Never(at)
            : new Wait.Send(at, channel, machine.memory.of(frame, send.value())));
  }

  void receive(Goroutine goroutine, Frame frame, Op.Receive receive) {
    Stuck.Spot at = new Stuck.Spot(frame.body, receive.node());
    Instance.Channel channel = channel(frame, receive.channel());
    if (channel == null) {
      block(goroutine, new Wait.Never(at));
      return;
    }
    Wait.Receive wait = new Wait.Receive(at, channel);
    // A timer may fire before others go on.
    if (channel.world == Instance.World.SENDS
        && !channel.isExternal
        && world.mayDo(goroutine, wait, 0)
        && machine.choices.choose(2) == 1) {
      world.does(goroutine, wait, 0);
      return;
    }
    block(goroutine, wait);
  }

  void select(Goroutine goroutine, Frame frame, Op.Select select) {
    Stuck.Spot at = new Stuck.Spot(frame.body, select.node());
    if (select.choices().isEmpty()) {
      block(goroutine, new Wait.Never(at));
      return;
    }
    List<Instance.@Nullable Channel> channels = new ArrayList<>();
    List<@Nullable Datum> values = new ArrayList<>();
    for (Op.Choice choice : select.choices()) {
      boolean isChannel = choice.direction() != Op.Direction.NONE;
      channels.add(isChannel ? channel(frame, choice.channel()) : null);
      boolean isSend = choice.direction() == Op.Direction.SEND;
      values.add(isSend ? machine.memory.of(frame, choice.value()) : null);
    }
    Wait.Select wait = new Wait.Select(at, select, channels, values);
    // A timer or a context of the caller may be sooner, or later, than the others.
    List<Integer> soon = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      if (world.mayDo(goroutine, wait, i)) {
        soon.add(i);
      }
    }
    boolean isReady = !readyCases(wait).isEmpty();
    if (select.hasDefault() && !isReady) {
      int chosen = machine.choices.choose(soon.size() + 1);
      int index = chosen == 0 ? defaultOf(select) : soon.get(chosen - 1);
      if (chosen == 0) {
        choose(goroutine, index, Datum.NIL, Datum.NIL);
      } else {
        world.does(goroutine, wait, index);
      }
      return;
    }
    if (!soon.isEmpty()) {
      int chosen = machine.choices.choose(soon.size() + 1);
      if (chosen > 0) {
        world.does(goroutine, wait, soon.get(chosen - 1));
        return;
      }
    }
    block(goroutine, wait);
  }

  private static int defaultOf(Op.Select select) {
    for (int i = 0; i < select.choices().size(); i++) {
      if (select.choices().get(i).direction() == Op.Direction.NONE) {
        return i;
      }
    }
    return 0;
  }

  /** Goes on at once if nothing has to be waited for. */
  void block(Goroutine goroutine, Wait wait) {
    goroutine.wait = wait;
    hasMet |= !World.serves(wait);
    if (isReady(wait)) {
      resume(goroutine);
    } else {
      goroutine.spins = 0;
    }
  }

  boolean isReady(Wait wait) {
    return switch (wait) {
      case Wait.Send send -> canSend(send.channel(), send);
      case Wait.Receive receive -> canReceive(receive.channel(), receive);
      case Wait.Select select -> !readyCases(select).isEmpty();
      case Wait.Never _ -> false;
      case Wait.Acquire acquire -> Locks.isFree(acquire, machine.scheduler.all());
      case Wait.Group group -> group.group().isExternal || group.group().count <= 0;
      case Wait.Room room ->
          room.group().isExternal
              || room.group().limit < 0
              || room.group().count < room.group().limit;
      case Wait.Once once -> once.once().isDone || once.once().isExternal;
      case Wait.Signal signal -> signal.isSignalled || signal.condition.isExternal;
    };
  }

  private List<Integer> readyCases(Wait.Select select) {
    List<Integer> ready = new ArrayList<>(1);
    for (int i = 0; i < select.channels().size(); i++) {
      Instance.Channel channel = select.channels().get(i);
      if (channel != null) {
        boolean can =
            select.values().get(i) != null ? canSend(channel, select) : canReceive(channel, select);
        if (can) {
          ready.add(i);
        }
      }
    }
    return ready;
  }

  private boolean canSend(Instance.Channel channel, Wait wait) {
    return channel.isClosed
        || channel.buffer.size() < channel.capacity()
        || partner(channel, false, wait) != null;
  }

  private boolean canReceive(Instance.Channel channel, Wait wait) {
    return channel.isClosed || !channel.buffer.isEmpty() || partner(channel, true, wait) != null;
  }

  /** Who waits at the other end. */
  private @Nullable Goroutine partner(Instance.Channel channel, boolean isSender, Wait own) {
    for (Goroutine one : machine.scheduler.all()) {
      if (!one.isDone
          && one.wait != null
          && one.wait != own
          && index(one.wait, channel, isSender) >= 0) {
        return one;
      }
    }
    return null;
  }

  /** Which clause of a wait is for a channel; 0 where there are no clauses, -1 for none. */
  private static int index(Wait wait, Instance.Channel channel, boolean isSender) {
    return switch (wait) {
      case Wait.Send send when isSender && send.channel() == channel -> 0;
      case Wait.Receive receive when !isSender && receive.channel() == channel -> 0;
      case Wait.Select select -> {
        int found = -1;
        for (int i = 0; i < select.channels().size() && found < 0; i++) {
          boolean isOne =
              select.channels().get(i) == channel && (select.values().get(i) != null) == isSender;
          found = isOne ? i : -1;
        }
        yield found;
      }
      default -> -1;
    };
  }

  /** What was waited for can be done: does it. */
  void resume(Goroutine goroutine) {
    Wait wait = goroutine.wait;
    if (wait == null) {
      return;
    }
    switch (wait) {
      case Wait.Send send -> {
        goroutine.wait = null;
        put(send.channel(), send.value(), wait);
        goroutine.top().next++;
      }
      case Wait.Receive receive -> {
        goroutine.wait = null;
        take(goroutine, receive.channel(), wait);
      }
      case Wait.Select select -> {
        List<Integer> ready = readyCases(select);
        int index = ready.get(machine.choices.choose(ready.size()));
        goroutine.wait = null;
        Instance.Channel channel = select.channels().get(index);
        Datum value = select.values().get(index);
        if (channel != null && value != null) {
          put(channel, value, wait);
          choose(goroutine, index, Datum.NIL, Datum.NIL);
        } else if (channel != null) {
          goroutine.top().chosen = index;
          take(goroutine, channel, wait);
        }
      }
      case Wait.Never _ -> {}
      case Wait.Acquire acquire -> {
        goroutine.wait = null;
        Locks.take(goroutine, acquire);
        machine.complete(goroutine, acquire.call());
      }
      case Wait.Group group -> {
        goroutine.wait = null;
        if (group.group().context != null) {
          group.group().context.cancel();
        }
        machine.complete(goroutine, group.call());
      }
      case Wait.Room room -> {
        goroutine.wait = null;
        room.group().count++;
        machine.start(room.invocation(), room.at());
        machine.complete(goroutine, room.call(), List.of(YES));
      }
      case Wait.Once once -> {
        goroutine.wait = null;
        machine.complete(goroutine, once.call());
      }
      case Wait.Signal signal -> {
        goroutine.wait = null;
        signal.condition.waiting.remove(signal);
        if (signal.condition.lock instanceof Instance.Lock lock) {
          block(goroutine, new Wait.Acquire(signal.at(), lock, true, signal.call));
        } else {
          machine.complete(goroutine, signal.call);
        }
      }
    }
  }

  private void put(Instance.Channel channel, Datum value, Wait own) {
    if (channel.isClosed) {
      machine.abandon();
      return;
    }
    Goroutine receiver = partner(channel, false, own);
    if (receiver != null && receiver.wait != null) {
      Wait waiting = receiver.wait;
      receiver.wait = null;
      if (waiting instanceof Wait.Select) {
        choose(receiver, index(waiting, channel, false), value, YES);
      } else {
        received(receiver, waiting, value, YES);
      }
      return;
    }
    channel.buffer.add(value);
    if (channel.isExternal) {
      machine.memory.escape(value);
    }
  }

  private void take(Goroutine goroutine, Instance.Channel channel, Wait wait) {
    Datum value;
    Datum ok = YES;
    if (!channel.buffer.isEmpty()) {
      value = channel.buffer.removeFirst();
      Goroutine sender = partner(channel, true, wait);
      if (sender != null) {
        channel.buffer.add(sent(sender, channel));
      }
    } else {
      Goroutine sender = partner(channel, true, wait);
      if (sender != null) {
        value = sent(sender, channel);
      } else {
        value = Instances.zero(Memory.elementType(channel.type));
        ok = NO;
      }
    }
    got(goroutine, wait, value, ok);
  }

  /** Takes the value of a goroutine that waits to send it, which goes on then. */
  private static Datum sent(Goroutine sender, Instance.Channel channel) {
    Wait wait = sender.wait;
    sender.wait = null;
    if (wait instanceof Wait.Select select) {
      int index = index(wait, channel, true);
      choose(sender, index, Datum.NIL, Datum.NIL);
      Datum value = select.values().get(index);
      return value == null ? Datum.NIL : value;
    }
    sender.top().next++;
    return wait instanceof Wait.Send send ? send.value() : Datum.NIL;
  }

  static void got(Goroutine goroutine, Wait wait, Datum value, Datum ok) {
    if (wait instanceof Wait.Select) {
      choose(goroutine, goroutine.top().chosen, value, ok);
    } else {
      received(goroutine, wait, value, ok);
    }
  }

  private static void received(Goroutine goroutine, Wait wait, Datum value, Datum ok) {
    Frame frame = goroutine.top();
    frame.received.put(wait.at().node(), value);
    frame.oks.put(wait.at().node(), ok);
    frame.next++;
  }

  static void choose(Goroutine goroutine, int index, Datum value, Datum ok) {
    Frame frame = goroutine.top();
    frame.chosen = index;
    frame.chosenValue = value;
    frame.chosenOk = ok;
    frame.next++;
  }
}
