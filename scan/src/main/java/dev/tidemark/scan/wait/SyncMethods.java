package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Op;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the types of package sync, and groups of goroutines, do in a run. */
final class SyncMethods {
  private final Machine machine;

  SyncMethods(Machine machine) {
    this.machine = machine;
  }

  boolean lock(
      Goroutine goroutine,
      Instance.Lock lock,
      String method,
      Invocation invocation,
      Op.@Nullable Call call) {
    boolean isWrite = !method.contains("RLock") && !method.contains("RUnlock");
    Stuck.Spot at = Library.at(goroutine, invocation);
    switch (method) {
      case "Lock", "RLock" -> machine.wait(goroutine, new Wait.Acquire(at, lock, isWrite, call));
      case "Unlock", "RUnlock" -> {
        Locks.giveBack(goroutine, lock, isWrite);
        machine.complete(goroutine, call, List.of());
      }
      case "TryLock", "TryRLock" -> {
        Wait.Acquire wanted = new Wait.Acquire(at, lock, isWrite, call);
        boolean isFree = Locks.isFree(wanted, machine.scheduler.all());
        if (isFree) {
          Locks.take(goroutine, wanted);
        }
        machine.complete(goroutine, call, List.of(new Datum.Truth(isFree)));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  boolean group(
      Goroutine goroutine,
      Instance.Group group,
      String method,
      Invocation invocation,
      Op.@Nullable Call call) {
    switch (method) {
      case "Add" -> {
        group.count += machine.memory.guesses().number(invocation.argument(0));
        machine.complete(goroutine, call, List.of());
      }
      case "Done" -> {
        group.count--;
        machine.complete(goroutine, call, List.of());
      }
      case "SetLimit" -> {
        group.limit = machine.memory.guesses().number(invocation.argument(0));
        machine.complete(goroutine, call, List.of());
      }
      case "Go", "TryGo" -> {
        if (method.equals("TryGo") && group.limit >= 0 && group.count >= group.limit) {
          machine.complete(goroutine, call, List.of(Channels.NO));
          return true;
        }
        Invocation started = member(group, invocation);
        machine.wait(
            goroutine, new Wait.Room(Library.at(goroutine, invocation), group, started, call));
      }
      case "Wait" ->
          machine.wait(goroutine, new Wait.Group(Library.at(goroutine, invocation), group, call));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A function of a group: when it has ended, the group has one less. */
  private Invocation member(Instance.Group group, Invocation invocation) {
    return machine
        .calls()
        .of(invocation, invocation.argument(0), List.of())
        .then(results -> {
          group.count--;
          boolean fails =
              !results.isEmpty()
                  && results.getFirst() instanceof Instance error
                  && !error.isExternal;
          if (fails && group.context != null) {
            group.context.cancel();
          }
        });
  }

  boolean condition(
      Goroutine goroutine, Instance.Condition condition, String method, Op.@Nullable Call call) {
    switch (method) {
      case "Wait" -> {
        if (condition.lock instanceof Instance.Lock lock) {
          Locks.giveBack(goroutine, lock, true);
        }
        Frame frame = goroutine.top();
        Stuck.Spot at = new Stuck.Spot(frame.body, call == null ? frame.body.node() : call.node());
        Wait.Signal signal = new Wait.Signal(at, condition, call);
        condition.waiting.add(signal);
        machine.wait(goroutine, signal);
      }
      case "Signal" -> {
        condition.waiting.stream()
            .filter(one -> !one.isSignalled)
            .findFirst()
            .ifPresent(one -> one.isSignalled = true);
        machine.complete(goroutine, call, List.of());
      }
      case "Broadcast" -> {
        condition.waiting.forEach(one -> one.isSignalled = true);
        machine.complete(goroutine, call, List.of());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  boolean once(
      Goroutine goroutine,
      Instance.Once once,
      String method,
      Invocation invocation,
      Op.@Nullable Call call) {
    if (!method.equals("Do")) {
      return false;
    }
    once(goroutine, once, invocation.argument(0), invocation, call);
    return true;
  }

  void once(
      Goroutine goroutine,
      Instance.Once once,
      Datum function,
      Invocation invocation,
      Op.@Nullable Call call) {
    if (once.isDone || once.running != null) {
      machine.wait(goroutine, new Wait.Once(Library.at(goroutine, invocation), once, call));
      return;
    }
    once.running = goroutine;
    Invocation body =
        machine
            .calls()
            .of(invocation, function, List.of())
            .then(_ -> {
              once.isDone = true;
              once.running = null;
            });
    machine.invoke(goroutine, body, call);
  }

  /** A {@code sync.Map}: what is not known to be another key may be the same. */
  boolean map(
      Goroutine goroutine,
      Instance.Table table,
      String method,
      Invocation invocation,
      Op.@Nullable Call call) {
    if (table.isExternal) {
      return false;
    }
    Datum key = invocation.argument(0);
    Datum known = table.entries.get(key);
    boolean isOneOfThem = known == null && !table.entries.isEmpty() && !Memory.isConstant(key);
    if (isOneOfThem && !method.equals("Store")) {
      machine.complete(goroutine, call);
      return true;
    }
    Datum found = known == null ? Datum.NIL : known;
    Datum isThere = new Datum.Truth(known != null);
    switch (method) {
      case "Store", "Swap" -> table.entries.put(key, invocation.argument(1));
      case "LoadOrStore" -> {
        if (known == null) {
          table.entries.put(key, invocation.argument(1));
          found = invocation.argument(1);
        }
      }
      case "Delete", "LoadAndDelete" -> table.entries.remove(key);
      case "Clear" -> table.entries.clear();
      case "Load" -> {}
      default -> {
        return false;
      }
    }
    machine.complete(goroutine, call, List.of(found, isThere));
    return true;
  }
}
