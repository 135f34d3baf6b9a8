package dev.tidemark.scan.wait;

import dev.tidemark.golang.effect.PackageSummaries;
import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a function with the goroutines that it starts. */
final class Machine {
  /** A run that costs more says nothing. */
  private static final int COST = 20_000;

  /** Calls in calls; beyond that what is called is taken for unknown. */
  private static final int DEPTH = 24;

  private static final int GOROUTINES = 64;

  /** Turns of loops without a wait after which another goroutine goes on. */
  private static final int FAIR_TURNS = 32;

  /** Turns of a loop with a condition after which it is taken to make them for ever. */
  private static final int TURNS_ALONE = 128;

  final Memory memory;
  final Choices choices;
  final Scheduler scheduler;
  private final Flow flow;
  private final Channels channels;
  private final Library library;
  private final Calls calls;
  private final Atomics atomics;
  private boolean isAbandoned;
  private boolean hasEnded;
  private int steps;

  Machine(PackageSummaries summaries, Memory memory, Layout.Table layouts, Choices choices) {
    this.flow = new Flow(this, layouts);
    this.choices = choices;
    this.memory = memory;
    this.scheduler = new Scheduler(choices);
    this.channels = new Channels(this);
    this.library = new Library(this);
    this.calls = new Calls(this, summaries);
    this.atomics = new Atomics(memory);
  }

  Calls calls() {
    return calls;
  }

  Atomics atomics() {
    return atomics;
  }

  List<Stuck.Branch> branches() {
    return flow.branches();
  }

  /** What the run has cost. */
  int cost() {
    return steps + memory.looks();
  }

  /** Whether the run came to an end, with goroutines that wait or without. */
  boolean hasEnded() {
    return hasEnded;
  }

  /** Whether anything was waited for that code outside can't do. */
  boolean hasMet() {
    return channels.hasMet();
  }

  /** Goroutines that wait when nobody can go on; none where the run came to no such end. */
  List<Goroutine> run(Body root) {
    Goroutine first = scheduler.start(null);
    Datum receiver = Datum.NIL;
    if (!root.signature().receiver().isEmpty()) {
      receiver = Instances.external(root.signature().receiver().getFirst().type());
    }
    List<Datum> arguments = new ArrayList<>();
    for (Var parameter : root.signature().params()) {
      arguments.add(Instances.external(parameter.type()));
    }
    push(first, new Frame(root, null, null, receiver, arguments));
    while (steps++ + memory.looks() < COST && !isAbandoned && !memory.guesses().hasGuessed()) {
      Goroutine current = scheduler.next(channels);
      if (current == null) {
        if (!channels.world().favour()) {
          hasEnded = true;
          return scheduler.waiting();
        }
        continue;
      }
      step(current);
    }
    return List.of();
  }

  /**
   * Leaves the function, and those that called it, until what one of them has deferred recovers.
   */
  void panic(Goroutine goroutine) {
    boolean isRecovered =
        goroutine.stack.stream()
            .flatMap(frame -> frame.deferred.stream())
            .anyMatch(deferred -> deferred.body() != null && recovers(deferred.body()));
    if (isRecovered) {
      goroutine.isPanicking = true;
      leave(goroutine.top());
    } else {
      abandon();
    }
  }

  private static void leave(Frame frame) {
    frame.isReturning = true;
    frame.isUnwound = true;
  }

  /** What a function gives that was left by a panic: what its named results are by then. */
  private static List<Datum> named(Frame frame) {
    List<Datum> results = new ArrayList<>();
    for (Var result : frame.body.signature().results()) {
      Frame.Variable variable = frame.variables.get(result);
      results.add(variable == null ? Instances.zero(result.type()) : variable.value);
    }
    return results;
  }

  private static boolean recovers(Body body) {
    boolean[] found = new boolean[1];
    body.forEachOp(op ->
        found[0] |=
            op instanceof Op.Call call
                && call.callee().equals(new Callee.Language(Builtin.Function.RECOVER)));
    return found[0];
  }

  /**
   * A loop makes another turn: others go first if it does so for long, and where there is nobody
   * else, the run is given up.
   */
  void turn(Goroutine goroutine, Block head) {
    goroutine.spins++;
    boolean isEndless = !(head.exit() instanceof Exit.If) && !(head.exit() instanceof Exit.Range);
    if (goroutine.spins % FAIR_TURNS == 0
        && !scheduler.cede(goroutine, channels)
        && goroutine.spins >= (isEndless ? FAIR_TURNS : TURNS_ALONE)) {
      abandon();
    }
  }

  void abandon() {
    isAbandoned = true;
  }

  private void step(Goroutine goroutine) {
    if (goroutine.wait != null) {
      channels.resume(goroutine);
      return;
    }
    if (goroutine.only != null) {
      Invocation invocation = goroutine.only;
      goroutine.only = null;
      invoke(goroutine, invocation, null);
      return;
    }
    if (goroutine.stack.isEmpty()) {
      goroutine.isDone = true;
      return;
    }
    Frame frame = goroutine.top();
    if (frame.isReturning) {
      unwind(goroutine, frame);
      return;
    }
    List<Op> ops = frame.body.ops(frame.block);
    if (frame.next < ops.size()) {
      Op op = ops.get(frame.next);
      if (isVisible(op) && scheduler.yields(goroutine, channels)) {
        return;
      }
      execute(goroutine, frame, op);
    } else {
      flow.exit(goroutine, frame);
    }
  }

  private static boolean isVisible(Op op) {
    return switch (op) {
      case Op.Send send -> !send.isChoice();
      case Op.Receive receive -> !receive.isChoice();
      case Op.Select _ -> true;
      case Op.Call call ->
          call.mode() == Op.Mode.NOW && (Library.isVisible(call.name()) || isCancel(call));
      case Op.Store _, Op.Share _, Op.Load _, Op.Return _ -> false;
    };
  }

  /** Whether a call ends a context that the function has made. */
  private static boolean isCancel(Op.Call call) {
    return call.callee() instanceof Callee.Dynamic(Value.Result(Op.Call maker, int index))
        && index == 1
        && maker.name().startsWith("context.With");
  }

  private void execute(Goroutine goroutine, Frame frame, Op op) {
    switch (op) {
      case Op.Store store -> {
        memory.store(frame, store);
        frame.next++;
      }
      case Op.Share share -> {
        memory.assign(frame, share.variable(), memory.of(frame, share.value()), share.node());
        frame.next++;
      }
      case Op.Load load -> {
        frame.loads.put(load.value(), memory.read(frame, load.value()));
        frame.next++;
      }
      case Op.Return returned -> {
        frame.returned = values(frame, returned.values());
        frame.next++;
      }
      case Op.Send send -> {
        if (send.isChoice()) {
          frame.next++;
        } else {
          channels.send(goroutine, frame, send);
        }
      }
      case Op.Receive receive -> {
        if (receive.isChoice()) {
          frame.received.put(receive.node(), frame.chosenValue);
          frame.oks.put(receive.node(), frame.chosenOk);
          frame.next++;
        } else {
          channels.receive(goroutine, frame, receive);
        }
      }
      case Op.Select select -> channels.select(goroutine, frame, select);
      case Op.Call call -> {
        if (call.mode() == Op.Mode.NOW && Atomics.isAtomic(call)) {
          complete(goroutine, call, atomics.call(frame, call));
          return;
        }
        Invocation invocation = calls.of(frame, call);
        switch (call.mode()) {
          case NOW -> invoke(goroutine, invocation, call);
          case DEFER -> {
            frame.deferred.push(invocation);
            frame.next++;
          }
          case GO -> {
            frame.next++;
            start(invocation, new Stuck.Spot(frame.body, call.node()));
          }
        }
      }
    }
  }

  private List<Datum> values(Frame frame, List<Value> values) {
    List<Datum> found = new ArrayList<>(values.size());
    for (Value value : values) {
      found.add(memory.of(frame, value));
    }
    return found;
  }

  void start(Invocation invocation, Stuck.Spot at) {
    if (scheduler.count() >= GOROUTINES) {
      abandon();
      return;
    }
    scheduler.start(at).only = invocation;
  }

  /**
   * Calls a function.
   *
   * @param call gets the results; null for deferred calls and where a goroutine starts
   */
  void invoke(Goroutine goroutine, Invocation invocation, Op.@Nullable Call call) {
    if (library.call(goroutine, invocation, call)) {
      invocation.after().accept(List.of());
      return;
    }
    Body body = invocation.body();
    if (body != null && goroutine.stack.size() < DEPTH) {
      Frame frame =
          new Frame(body, invocation.outer(), call, invocation.receiver(), invocation.arguments());
      frame.after = invocation.after();
      push(goroutine, frame);
      return;
    }
    if (calls.endsProcess(invocation)) {
      abandon();
      return;
    }
    calls.handOver(invocation);
    if (call != null) {
      calls.fill(goroutine.top(), call);
    }
    invocation.after().accept(List.of());
    complete(goroutine, call);
  }

  private void push(Goroutine goroutine, Frame frame) {
    goroutine.stack.push(frame);
    flow.enter(frame, frame.body.graph().entry(), null);
  }

  /** A call is done. */
  void complete(Goroutine goroutine, Op.@Nullable Call call, List<Datum> results) {
    if (call != null) {
      goroutine.top().results.put(call, results);
      goroutine.top().next++;
    }
  }

  /** The same, of a call of whose results nothing is known. */
  void complete(Goroutine goroutine, Op.@Nullable Call call) {
    if (call != null) {
      Frame caller = goroutine.top();
      complete(
          goroutine,
          call,
          Calls.wrapsError(caller.body, call)
              ? List.of(memory.of(caller, call.argument(0)))
              : Calls.unknownResults(caller.body, call));
    }
  }

  /** The world ends what a channel tells the end of. */
  void end(Instance.Channel channel) {
    if (channel.owner == null) {
      channel.isClosed = true;
    } else {
      channel.owner.cancel();
    }
  }

  void wait(Goroutine goroutine, Wait wait) {
    channels.block(goroutine, wait);
  }

  void pause(Goroutine goroutine) {
    scheduler.pause(goroutine, channels);
  }

  private void unwind(Goroutine goroutine, Frame frame) {
    if (!frame.deferred.isEmpty()) {
      invoke(goroutine, frame.deferred.pop(), null);
      return;
    }
    goroutine.stack.pop();
    if (frame.isUnwound && !goroutine.isPanicking) {
      frame.returned = named(frame);
    }
    frame.after.accept(frame.returned);
    if (goroutine.isPanicking) {
      if (goroutine.stack.isEmpty()) {
        abandon();
      } else {
        leave(goroutine.top());
      }
      return;
    }
    if (goroutine.stack.isEmpty()) {
      goroutine.isDone = true;
      Node end =
          frame.block.exit() instanceof Exit.Return(Stmt statement) && !statement.isNone()
              ? statement
              : new Stmt.EmptyStmt(frame.body.node().to() - 1, frame.body.node().to(), true);
      goroutine.end = new Stuck.Spot(frame.body, end);
      if (goroutine.isFirst()) {
        // Who called it may do with what it gets whatever can be done.
        frame.returned.forEach(memory::escape);
      }
      return;
    }
    complete(goroutine, frame.call, frame.returned);
  }
}
