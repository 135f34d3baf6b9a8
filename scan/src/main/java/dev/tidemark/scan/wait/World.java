package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Op;
import java.util.ArrayList;
import java.util.List;

/** Code that is not part of a run: it does what is waited for where it could, a few times. */
final class World {
  /** How often it does so at one place. */
  private static final int FAVOURS = 2;

  private final Machine machine;

  World(Machine machine) {
    this.machine = machine;
  }

  /** Whether the world may do what a clause waits for. */
  boolean mayDo(Goroutine goroutine, Wait wait, int index) {
    Instance.Channel channel =
        switch (wait) {
          case Wait.Send send -> send.channel();
          case Wait.Receive receive -> receive.channel();
          case Wait.Select select -> select.channels().get(index);
          default -> null;
        };
    if (channel == null || channel.isClosed) {
      return false;
    }
    if (channel.world == Instance.World.CLOSES) {
      return true;
    }
    return (channel.isExternal || channel.world == Instance.World.SENDS)
        && (goroutine.favours.getOrDefault(wait.at().node(), 0) < FAVOURS || isRange(goroutine));
  }

  private static boolean isRange(Goroutine goroutine) {
    Frame frame = goroutine.stack.peek();
    return frame != null
        && frame.next < frame.body.ops(frame.block).size()
        && frame.body.ops(frame.block).get(frame.next) instanceof Op.Receive receive
        && receive.isRange();
  }

  /** The world does what a clause waits for. */
  void does(Goroutine goroutine, Wait wait, int index) {
    int favours = goroutine.favours.merge(wait.at().node(), 1, Integer::sum);
    goroutine.wait = null;
    switch (wait) {
      case Wait.Send send -> {
        machine.memory.escape(send.value());
        goroutine.top().next++;
      }
      case Wait.Receive receive -> given(goroutine, wait, receive.channel(), favours);
      case Wait.Select select -> {
        Instance.Channel channel = select.channels().get(index);
        Datum value = select.values().get(index);
        goroutine.top().chosen = index;
        if (value != null) {
          machine.memory.escape(value);
          Channels.choose(goroutine, index, Datum.NIL, Datum.NIL);
        } else if (channel != null) {
          given(goroutine, wait, channel, 0);
        }
      }
      default -> {}
    }
  }

  private void given(Goroutine goroutine, Wait wait, Instance.Channel channel, int favours) {
    Datum value = Instances.external(Memory.elementType(channel.type));
    if (channel.world == Instance.World.CLOSES) {
      machine.end(channel);
      Channels.got(goroutine, wait, value, Channels.NO);
    } else {
      boolean isRange = isRange(goroutine);
      Channels.got(
          goroutine, wait, value, isRange && favours > FAVOURS ? Channels.NO : Channels.YES);
    }
  }

  /** Nobody can go on: lets the world do one of the things that are waited for. */
  boolean favour() {
    record Favour(Goroutine goroutine, Wait what, int index) {}
    List<Favour> possible = new ArrayList<>();
    for (Goroutine one : machine.scheduler.waiting()) {
      if (one.wait != null) {
        int count = one.wait instanceof Wait.Select select ? select.channels().size() : 1;
        for (int i = 0; i < count; i++) {
          if (mayDo(one, one.wait, i)) {
            possible.add(new Favour(one, one.wait, i));
          }
        }
      }
    }
    if (possible.isEmpty()) {
      return false;
    }
    Favour chosen = possible.get(machine.choices.choose(possible.size()));
    does(chosen.goroutine, chosen.what, chosen.index);
    return true;
  }

  /** Whether the world could go on doing what is waited for: such a goroutine is not stuck. */
  static boolean serves(Wait wait) {
    return switch (wait) {
      case Wait.Send send -> serves(send.channel());
      case Wait.Receive receive -> serves(receive.channel());
      case Wait.Select select ->
          select.channels().stream().anyMatch(one -> one != null && serves(one));
      case Wait.Never _, Wait.Once _ -> false;
      case Wait.Acquire acquire -> acquire.lock().isUncertain;
      case Wait.Group group -> group.group().isExternal;
      case Wait.Room room -> room.group().isExternal;
      case Wait.Signal signal -> signal.condition.isExternal;
    };
  }

  private static boolean serves(Instance.Channel channel) {
    return channel.isExternal || channel.world != Instance.World.NOTHING;
  }
}
