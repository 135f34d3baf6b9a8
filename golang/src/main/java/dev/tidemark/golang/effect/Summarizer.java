package dev.tidemark.golang.effect;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Place;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what one body does, from its operations and the summaries of what it calls. */
final class Summarizer {
  private static final Set<String> WAITING =
      Set.of(
          "sync.WaitGroup.Wait",
          "sync.Cond.Wait",
          "sync.Mutex.Lock",
          "sync.RWMutex.Lock",
          "sync.RWMutex.RLock",
          "sync.Locker.Lock",
          "time.Sleep",
          "golang.org/x/sync/errgroup.Group.Wait");

  /** Those that run what they are given in a goroutine. */
  private static final Set<String> STARTING =
      Set.of(
          "sync.WaitGroup.Go",
          "time.AfterFunc",
          "context.AfterFunc",
          "golang.org/x/sync/errgroup.Group.Go",
          "golang.org/x/sync/errgroup.Group.TryGo");

  private final Body body;
  private final PackageSummaries known;
  private final EffectTable table;
  private final FunctionValues functions;

  /** What is returned as each result. */
  private final Map<Integer, List<Value>> results = new HashMap<>();

  /** Numbers of what the block does that is looked at. */
  private BitSet here = new BitSet();

  private boolean isComplete = true;
  private boolean blocks;
  private boolean starts;

  Summarizer(Body body, PackageSummaries known) {
    this.body = body;
    this.known = known;
    this.table = new EffectTable(body);
    this.functions = new FunctionValues(known, body, table);
  }

  Summary summarize() {
    boolean returns = false;
    List<BitSet> done = new ArrayList<>();
    for (Block block : body.graph().blocks()) {
      here = new BitSet();
      done.add(here);
      body.ops(block).forEach(this::op);
      returns |= block.exit() instanceof Exit.Return;
      blocks |= block.exit() instanceof Exit.Select && block.successors().isEmpty();
    }
    BitSet certain = Certainty.of(body, table, done);
    List<Effect> found = new ArrayList<>(table.effects().size());
    for (int i = 0; i < table.effects().size(); i++) {
      Effect effect = table.effects().get(i);
      found.add(effect.certain(effect.isCertain() && certain.get(i)));
    }
    Map<Integer, Summary> given = new HashMap<>();
    results.forEach(
        (index, values) -> functions.given(values).ifPresent(made -> given.put(index, made)));
    return new Summary(found, isComplete && !table.isFull(), returns, blocks, starts, given);
  }

  private Effect effect(Effect.Kind kind, Value target, Node node) {
    return Effect.of(kind, target, new Place(body.file(), node.from()));
  }

  private void add(Effect effect) {
    table.add(effect, here);
  }

  private void op(Op op) {
    switch (op) {
      case Op.Call call -> call(call);
      case Op.Send send -> {
        blocks |= !send.isChoice();
        add(effect(Effect.Kind.SENT_TO, send.channel(), send.node()));
        add(effect(Effect.Kind.SENT, send.value(), send.node()).storedIn(send.channel()));
      }
      case Op.Receive receive -> {
        blocks |= !receive.isChoice();
        if (!isWatched(receive.channel(), receive.node())) {
          add(effect(Effect.Kind.RECEIVED_FROM, receive.channel(), receive.node()));
        }
      }
      case Op.Select select -> {
        blocks |= !select.hasDefault();
        select.choices().forEach(choice -> isWatched(choice.channel(), choice.clause()));
      }
      case Op.Store store -> store(store);
      case Op.Share _, Op.Load _ -> {}
      case Op.Return returned -> {
        for (int i = 0; i < returned.values().size(); i++) {
          Value value = returned.values().get(i);
          results.computeIfAbsent(i, _ -> new ArrayList<>(1)).add(value);
          add(effect(Effect.Kind.RETURNED, value, returned.node()).asResult(i));
          if (value instanceof Value.Closure(Body literal)) {
            for (Value used : captured(literal)) {
              add(effect(Effect.Kind.RETURNED, used, returned.node()).asResult(i));
            }
          }
        }
      }
    }
  }

  /** What a function literal uses of what its function was called with: who gets it gets that. */
  private Set<Value> captured(Body literal) {
    Set<Value> used = new LinkedHashSet<>(2);
    for (Effect effect : known.of(literal).effects()) {
      Value root = Substitution.root(effect.target());
      if (root instanceof Value.Parameter) {
        used.add(root);
      }
    }
    return used;
  }

  /** Adds that a context is watched, if a channel tells the end of one. */
  private boolean isWatched(Value channel, Node node) {
    if (channel instanceof Value.Result(Op.Call call, _)
        && call.name().endsWith(".Done")
        && call.arguments().isEmpty()) {
      add(effect(Effect.Kind.WATCHED, call.receiver(), node));
      return true;
    }
    return false;
  }

  private void store(Op.Store store) {
    add(effect(Effect.Kind.STORED, store.value(), store.node()).storedIn(store.place()));
    if (store.value() instanceof Value.Closure(Body literal)) {
      for (Value used : captured(literal)) {
        add(effect(Effect.Kind.STORED, used, store.node()).storedIn(store.place()));
      }
    }
    if (store.place() instanceof Value.Element(Value base, _)) {
      if (isOfFixedSize(base)) {
        return;
      }
      add(effect(Effect.Kind.GROWN, base, store.node()));
      return;
    }
    boolean isAppended =
        store.value() instanceof Value.Result(Op.Call call, _)
            && call.callee().equals(new Callee.Language(Builtin.Function.APPEND))
            && call.argument(0).equals(store.place());
    Effect.Kind kind = isAppended ? Effect.Kind.GROWN : Effect.Kind.SHRUNK;
    add(effect(kind, store.place(), store.node()));
  }

  /** Whether elements of it are only replaced: it is a slice or an array. */
  private static boolean isOfFixedSize(Value value) {
    Type type =
        switch (value) {
          case Value.Field field -> field.type();
          case Value.Global(var symbol) -> symbol.type();
          case Value.Cell(var symbol) -> symbol.type();
          case Value.Parameter parameter -> parameter.symbol().type();
          case Value.Made made -> made.type();
          default -> Unknown.UNKNOWN;
        };
    Type under = type.underlying() instanceof Type.Pointer to ? to.element() : type;
    return under.underlying() instanceof Type.Slice || under.underlying() instanceof Type.Array;
  }

  private void call(Op.Call call) {
    boolean isAsync = call.mode() == Op.Mode.GO;
    starts |= isAsync;
    switch (call.callee()) {
      case Callee.Language(Builtin.Function function) -> language(call, function);
      case Callee.Dynamic(Value function) -> {
        FunctionValues.Found found = functions.of(function);
        found.functions().forEach(one -> inherit(call, one, isAsync, found.isOne()));
        if (!found.isAll()) {
          add(effect(Effect.Kind.CALLED, function, call.node()).inGoroutine(isAsync));
          passed(call, isAsync);
        }
      }
      case Callee.Interface _ -> {
        method(call, isAsync);
        passed(call, isAsync);
      }
      case Callee.Static _, Callee.Literal _ -> {
        method(call, isAsync);
        known
            .of(call.callee())
            .ifPresentOrElse(
                found -> inherit(call, alone(found), isAsync, true), () -> unknown(call, isAsync));
        blocks |= !isAsync && WAITING.contains(call.name());
      }
    }
    for (Effect.Kind kind : known.said(call.name())) {
      for (int i = -1; i < call.arguments().size(); i++) {
        add(
            effect(kind, call.argument(i), call.node())
                .byFunction(call.name())
                .inGoroutine(isAsync));
      }
    }
    for (Value argument : call.arguments()) {
      if (argument instanceof Value.Closure(Body literal)) {
        // Whether and when it is called is the callee's business.
        boolean isAlways = call.name().equals("sync.Once.Do");
        inherit(
            call, alone(known.of(literal)), isAsync || STARTING.contains(call.name()), isAlways);
      }
    }
  }

  private void unknown(Op.Call call, boolean isAsync) {
    if (!LockUse.isOfLock(call.name())) {
      passed(call, isAsync);
    }
  }

  private void passed(Op.Call call, boolean isAsync) {
    isComplete = false;
    for (Value argument : call.arguments()) {
      add(
          effect(Effect.Kind.PASSED, argument, call.node())
              .byFunction(call.name())
              .inGoroutine(isAsync));
    }
  }

  /** Of a function without a receiver there is nothing to add: nil has no name outside. */
  private void method(Op.Call call, boolean isAsync) {
    add(
        effect(Effect.Kind.METHOD, call.receiver(), call.node())
            .byFunction(call.name())
            .inGoroutine(isAsync));
  }

  private void language(Op.Call call, Builtin.Function function) {
    switch (function) {
      case CLOSE -> add(effect(Effect.Kind.CLOSED, call.argument(0), call.node()));
      case DELETE, CLEAR -> add(effect(Effect.Kind.SHRUNK, call.argument(0), call.node()));
      default -> {}
    }
  }

  /** What a call does, it does for its caller. */
  private void inherit(
      Op.Call call, FunctionValues.Bound function, boolean isAsync, boolean isAlways) {
    Summary summary = function.summary();
    blocks |= summary.blocks() && !isAsync;
    starts |= summary.starts();
    isComplete &= summary.isComplete();
    for (Effect effect : summary.effects()) {
      if (effect.kind() == Effect.Kind.RETURNED) {
        continue;
      }
      Optional<Value> target = given(effect.target(), function, call);
      if (target.isPresent()) {
        Value into = given(effect.into(), function, call).orElse(Value.NIL);
        add(
            effect
                .with(target.get(), into)
                .certain(effect.isCertain() && isAlways)
                .inGoroutine(effect.isAsync() || isAsync));
      }
    }
  }

  /** What a callee's value is called here. */
  private static Optional<Value> given(Value value, FunctionValues.Bound function, Op.Call call) {
    return Substitution.apply(value, root -> function.root(root, call));
  }

  private static FunctionValues.Bound alone(Summary summary) {
    return new FunctionValues.Bound(summary, Value.NIL, List.of());
  }
}
