package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Unknown;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What functions of libraries do that let goroutines wait for each other. */
final class Library {
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
  private final LanguageFunctions language;
  private final SyncMethods sync;

  Library(Machine machine) {
    this.machine = machine;
    this.language = new LanguageFunctions(machine);
    this.sync = new SyncMethods(machine);
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
      sync.once(goroutine, once, function, invocation, call);
      return true;
    }
    if (invocation.function() instanceof Datum.Withdrawal(var context, Runnable start)) {
      boolean isStopped = context.afterwards.remove(start);
      machine.complete(goroutine, call, List.of(new Datum.Truth(isStopped)));
      return true;
    }
    if (invocation.call().callee() instanceof Callee.Language(Builtin.Function function)
        && invocation.function().equals(Datum.NIL)) {
      machine.complete(goroutine, call, language.call(goroutine, function, invocation));
      return true;
    }
    if (invocation.body() != null) {
      return false;
    }
    String method = lastName(invocation.name());
    return switch (invocation.receiver()) {
      case Instance.Lock lock -> sync.lock(goroutine, lock, method, invocation, call);
      case Instance.Group group -> sync.group(goroutine, group, method, invocation, call);
      case Instance.Condition condition -> sync.condition(goroutine, condition, method, call);
      case Instance.Once once -> sync.once(goroutine, once, method, invocation, call);
      case Instance.Context context -> context(goroutine, context, method, call);
      case Instance.Timer timer -> timer(goroutine, timer, method, call);
      case Instance.Table table when invocation.name().startsWith("sync.Map.") ->
          sync.map(goroutine, table, method, invocation, call);
      case Instance instance when Atomics.isMethod(invocation.name()) -> {
        machine.complete(goroutine, call, machine.atomics().call(instance, invocation));
        yield true;
      }
      default -> function(goroutine, invocation, call);
    };
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
        Invocation later = machine.calls().of(invocation, invocation.argument(1), List.of());
        Stuck.Spot at = at(goroutine, invocation);
        Runnable start = () -> machine.start(later, at);
        if (context.done.isClosed || context.done.world == Instance.World.CLOSES) {
          // What others end some time has ended when anybody would wait in vain.
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
            machine.calls().of(invocation, invocation.argument(1), List.of()),
            at(goroutine, invocation));
        machine.complete(goroutine, call, List.of(new Instance.Timer(Unknown.UNKNOWN, clock())));
      }
      case "errors.New", "fmt.Errorf" ->
          machine.complete(goroutine, call, List.of(new Instance(Unknown.UNKNOWN, false)));
      case "testing.T.Run", "testing.B.Run" -> {
        Invocation body =
            machine.calls().of(invocation, invocation.argument(1), List.of(invocation.receiver()));
        machine.invoke(goroutine, body, call);
      }
      case "testing.common.Cleanup", "testing.TB.Cleanup" -> {
        goroutine
            .stack
            .getLast()
            .deferred
            .addLast(machine.calls().of(invocation, first, List.of()));
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

  static Stuck.Spot at(Goroutine goroutine, Invocation invocation) {
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
