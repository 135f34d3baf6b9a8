package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What functions of the language and of libraries do that let goroutines wait for each other. */
final class Library {
  /** Elements; a slice appended to itself in a loop doubles, and no wait needs as many. */
  private static final int LONGEST_SEQUENCE = 1_000;

  private static final Set<String> VISIBLE =
      Set.of(
          "close",
          "Lock",
          "RLock",
          "TryLock",
          "TryRLock",
          "Wait",
          "Done",
          "Add",
          "Signal",
          "Broadcast",
          "Do",
          "Go");

  private final Machine machine;

  Library(Machine machine) {
    this.machine = machine;
  }

  /** Whether it matters to others when a call is made. */
  static boolean isVisible(String name) {
    return VISIBLE.contains(lastName(name)) || name.startsWith("sync.Map.");
  }

  private static String lastName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Makes a call; false where it is none that is known here. */
  boolean call(Goroutine goroutine, Invocation invocation, Op.@Nullable Call call) {
    if (invocation.function() instanceof Datum.Cancel(Instance.Context context)) {
      context.cancel();
      machine.complete(goroutine, call, List.of());
      return true;
    }
    if (invocation.function() instanceof Datum.OnceOnly(Instance.Once once, Datum function)) {
      once(goroutine, once, function, invocation, call);
      return true;
    }
    if (invocation.function() instanceof Datum.Withdrawal(var context, Runnable start)) {
      boolean isStopped = context.afterwards.remove(start);
      machine.complete(goroutine, call, List.of(new Datum.Truth(isStopped)));
      return true;
    }
    if (invocation.call().callee() instanceof Callee.Language(Builtin.Function function)
        && invocation.function().equals(Datum.NIL)) {
      machine.complete(goroutine, call, language(goroutine, function, invocation));
      return true;
    }
    if (invocation.body() != null) {
      return false;
    }
    String method = lastName(invocation.name());
    return switch (invocation.receiver()) {
      case Instance.Lock lock -> lock(goroutine, lock, method, invocation, call);
      case Instance.Group group -> group(goroutine, group, method, invocation, call);
      case Instance.Condition condition -> condition(goroutine, condition, method, call);
      case Instance.Once once -> once(goroutine, once, method, invocation, call);
      case Instance.Context context -> context(goroutine, context, method, call);
      case Instance.Timer timer -> timer(goroutine, timer, method, call);
      case Instance.Table table when invocation.name().startsWith("sync.Map.") ->
          map(goroutine, table, method, invocation, call);
      case Instance instance when Atomics.isMethod(invocation.name()) -> {
        machine.complete(goroutine, call, machine.atomics().call(instance, invocation));
        yield true;
      }
      default -> function(goroutine, invocation, call);
    };
  }

  private List<Datum> language(
      Goroutine goroutine, Builtin.Function function, Invocation invocation) {
    Datum first = invocation.argument(0);
    return switch (function) {
      case CLOSE -> {
        if (first instanceof Instance.Channel channel) {
          if (channel.isClosed && !channel.isExternal) {
            machine.abandon();
          }
          channel.isClosed = true;
        } else if (first.equals(Datum.NIL)) {
          machine.abandon();
        }
        yield List.of();
      }
      case APPEND -> List.of(append(goroutine, invocation));
      case PANIC -> {
        machine.panic(goroutine);
        yield List.of();
      }
      // No run panics on its own.
      case RECOVER -> {
        boolean isRecovered = goroutine.isPanicking;
        goroutine.isPanicking = false;
        yield List.of(isRecovered ? Instance.error(Unknown.UNKNOWN) : Datum.NIL);
      }
      case COPY -> {
        copy(first, invocation.argument(1));
        yield List.of(Instances.external(Basic.INT));
      }
      case DELETE -> {
        if (first instanceof Instance.Table table) {
          table.entries.remove(invocation.argument(1));
        }
        yield List.of();
      }
      case CLEAR -> {
        if (first instanceof Instance.Table table) {
          table.entries.clear();
        }
        yield List.of();
      }
      default -> List.of(Instances.external(Unknown.UNKNOWN));
    };
  }

  private Datum append(Goroutine goroutine, Invocation invocation) {
    Datum first = invocation.argument(0);
    List<Datum> added = invocation.arguments().subList(1, invocation.arguments().size());
    if (first instanceof Instance.Sequence || first.equals(Datum.NIL)) {
      Type type = goroutine.top().body.info().type(invocation.call().node());
      Instance.Sequence longer = new Instance.Sequence(type);
      if (first instanceof Instance.Sequence before) {
        longer.elements.addAll(before.elements);
        longer.isExternal = before.isExternal;
      }
      if (invocation.call().node().ellipsis() < 0) {
        longer.elements.addAll(added);
        return longer;
      }
      if (added.getFirst() instanceof Instance.Sequence other
          && !other.isExternal
          && longer.elements.size() + other.elements.size() <= LONGEST_SEQUENCE) {
        longer.elements.addAll(other.elements);
        return longer;
      }
      return Instances.external(type);
    }
    added.forEach(machine.memory::escape);
    return first;
  }

  private static void copy(Datum to, Datum from) {
    if (!(to instanceof Instance.Sequence target)) {
      return;
    }
    if (from instanceof Instance.Sequence source && !source.isExternal) {
      for (int i = 0; i < Math.min(target.elements.size(), source.elements.size()); i++) {
        target.elements.set(i, source.elements.get(i));
      }
    } else {
      target.isOfOthers = true;
      target.elements.replaceAll(_ -> Instances.external(Memory.elementType(target.type)));
    }
  }

  private boolean lock(
      Goroutine goroutine,
      Instance.Lock lock,
      String method,
      Invocation invocation,
      Op.@Nullable Call call) {
    boolean isWrite = !method.contains("RLock") && !method.contains("RUnlock");
    Stuck.Spot at = at(goroutine, invocation);
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

  private boolean group(
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
        machine.wait(goroutine, new Wait.Room(at(goroutine, invocation), group, started, call));
      }
      case "Wait" ->
          machine.wait(goroutine, new Wait.Group(at(goroutine, invocation), group, call));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A function of a group: when it has ended, the group has one less. */
  private Invocation member(Instance.Group group, Invocation invocation) {
    return function(invocation, invocation.argument(0), List.of())
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

  private Invocation function(Invocation invocation, Datum function, List<Datum> arguments) {
    return machine.calls().of(invocation.call(), function, Datum.NIL, arguments);
  }

  private boolean condition(
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

  private boolean once(
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

  private void once(
      Goroutine goroutine,
      Instance.Once once,
      Datum function,
      Invocation invocation,
      Op.@Nullable Call call) {
    if (once.isDone || once.running != null) {
      machine.wait(goroutine, new Wait.Once(at(goroutine, invocation), once, call));
      return;
    }
    once.running = goroutine;
    Invocation body =
        function(invocation, function, List.of())
            .then(_ -> {
              once.isDone = true;
              once.running = null;
            });
    machine.invoke(goroutine, body, call);
  }

  private boolean context(
      Goroutine goroutine, Instance.Context context, String method, Op.@Nullable Call call) {
    switch (method) {
      case "Done" -> machine.complete(goroutine, call, List.of(context.done));
      case "Err" -> {
        Datum error = context.done.isClosed ? new Instance(Unknown.UNKNOWN, false) : Datum.NIL;
        machine.complete(goroutine, call, List.of(error));
      }
      default -> machine.complete(goroutine, call);
    }
    return true;
  }

  private boolean timer(
      Goroutine goroutine, Instance.Timer timer, String method, Op.@Nullable Call call) {
    switch (method) {
      case "Stop" -> {
        // It has fired already, or never will.
        boolean isStopped = machine.choices.choose(2) == 0;
        timer.channel.world = isStopped ? Instance.World.NOTHING : Instance.World.SENDS;
        machine.complete(goroutine, call, List.of(new Datum.Truth(isStopped)));
        return true;
      }
      case "Reset" -> timer.channel.world = Instance.World.SENDS;
      default -> {}
    }
    machine.complete(goroutine, call);
    return true;
  }

  /** A {@code sync.Map}: what is not known to be another key may be the same. */
  private boolean map(
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

  private boolean function(Goroutine goroutine, Invocation invocation, Op.@Nullable Call call) {
    Datum first = invocation.argument(0);
    switch (invocation.name()) {
      // A test that fails may leave what it likes.
      case "testing.common.Error", "testing.common.Errorf", "testing.common.Fail" ->
          machine.abandon();
      case "sync.NewCond" -> {
        Instance.Condition condition = new Instance.Condition(Unknown.UNKNOWN, false);
        condition.lock = first;
        machine.complete(goroutine, call, List.of(condition));
      }
      case "context.Background", "context.TODO" ->
          machine.complete(goroutine, call, List.of(Instance.Context.root()));
      case "context.WithCancel", "context.WithCancelCause" ->
          derived(goroutine, first, false, call);
      case "context.WithTimeout",
          "context.WithDeadline",
          "context.WithTimeoutCause",
          "context.WithDeadlineCause" ->
          derived(goroutine, first, true, call);
      case "context.WithValue" -> {
        // Whoever gets the context may ask for it.
        invocation.arguments().forEach(machine.memory::escape);
        machine.complete(goroutine, call, List.of(first));
      }
      case "sync.OnceFunc" -> {
        Instance.Once once = new Instance.Once(Unknown.UNKNOWN, false);
        machine.complete(goroutine, call, List.of(new Datum.OnceOnly(once, first)));
      }
      case "context.AfterFunc" -> {
        if (!(first instanceof Instance.Context context)) {
          return false;
        }
        Invocation later = function(invocation, invocation.argument(1), List.of());
        Stuck.Spot at = at(goroutine, invocation);
        Runnable start = () -> machine.start(later, at);
        if (context.done.isClosed) {
          start.run();
        } else {
          context.afterwards.add(start);
        }
        machine.complete(goroutine, call, List.of(new Datum.Withdrawal(context, start)));
      }
      case "context.WithoutCancel" ->
          machine.complete(goroutine, call, List.of(Instance.Context.root()));
      case "golang.org/x/sync/errgroup.WithContext" -> {
        Instance.Context context = Instance.Context.below(first, false);
        Instance.Group group = new Instance.Group(Unknown.UNKNOWN, false);
        group.context = context;
        machine.complete(goroutine, call, List.of(group, context));
      }
      case "time.After", "time.Tick" -> machine.complete(goroutine, call, List.of(clock()));
      case "time.NewTimer", "time.NewTicker" ->
          machine.complete(goroutine, call, List.of(new Instance.Timer(Unknown.UNKNOWN, clock())));
      case "time.Sleep", "runtime.Gosched" -> {
        machine.complete(goroutine, call, List.of());
        machine.pause(goroutine);
      }
      case "time.AfterFunc" -> {
        machine.start(
            function(invocation, invocation.argument(1), List.of()), at(goroutine, invocation));
        machine.complete(goroutine, call, List.of(new Instance.Timer(Unknown.UNKNOWN, clock())));
      }
      case "errors.New", "fmt.Errorf" ->
          machine.complete(goroutine, call, List.of(new Instance(Unknown.UNKNOWN, false)));
      case "testing.T.Run", "testing.B.Run" -> {
        Invocation body =
            function(invocation, invocation.argument(1), List.of(invocation.receiver()));
        machine.invoke(goroutine, body, call);
      }
      case "testing.common.Cleanup", "testing.TB.Cleanup" -> {
        goroutine.stack.getLast().deferred.addLast(function(invocation, first, List.of()));
        machine.complete(goroutine, call, List.of());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Instance.Channel clock() {
    Instance.Channel clock = new Instance.Channel(Unknown.UNKNOWN, false, 1L);
    clock.world = Instance.World.SENDS;
    return clock;
  }

  private void derived(
      Goroutine goroutine, Datum parent, boolean hasDeadline, Op.@Nullable Call call) {
    Instance.Context context = Instance.Context.below(parent, hasDeadline);
    machine.complete(goroutine, call, List.of(context, new Datum.Cancel(context)));
  }

  private static Stuck.Spot at(Goroutine goroutine, Invocation invocation) {
    Frame frame = goroutine.stack.peek();
    if (frame == null) {
      Stuck.Spot start = goroutine.start;
      if (start != null) {
        return start;
      }
      throw new IllegalStateException("a goroutine without a place");
    }
    return new Stuck.Spot(frame.body, invocation.call().node());
  }
}
