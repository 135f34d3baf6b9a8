package dev.tidemark.golang.effect;

import dev.tidemark.golang.flow.Block;
import dev.tidemark.golang.flow.Exit;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
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
  private final Map<Effect.Key, Integer> numbers = new LinkedHashMap<>();
  private final List<Effect> effects = new ArrayList<>();
  private final List<BitSet> done = new ArrayList<>();
  private boolean isComplete = true;
  private boolean blocks;
  private boolean starts;

  Summarizer(Body body, PackageSummaries known) {
    this.body = body;
    this.known = known;
  }

  Summary summarize() {
    boolean returns = false;
    for (Block block : body.graph().blocks()) {
      done.add(new BitSet());
      for (Op op : body.ops(block)) {
        op(op, done.get(block.index()));
      }
      returns |= block.exit() instanceof Exit.Return;
      blocks |= block.exit() instanceof Exit.Select && block.successors().isEmpty();
    }
    BitSet certain = certain();
    List<Effect> found = new ArrayList<>(effects.size());
    for (int i = 0; i < effects.size(); i++) {
      Effect effect = effects.get(i);
      found.add(
          effect.with(
              effect.target(),
              effect.into(),
              effect.isCertain() && certain.get(i),
              effect.isAsync()));
    }
    return new Summary(found, isComplete, returns, blocks, starts);
  }

  /** What has been done on every way to every return. */
  private BitSet certain() {
    List<Block> order = body.graph().blocks();
    List<BitSet> out = new ArrayList<>();
    for (Block _ : order) {
      BitSet all = new BitSet();
      all.set(0, effects.size());
      out.add(all);
    }
    boolean isChanged = true;
    while (isChanged) {
      isChanged = false;
      for (Block block : order) {
        BitSet in = new BitSet();
        boolean isFirst = true;
        for (Block before : block.predecessors()) {
          BitSet along = out.get(before.index());
          BitSet empty = withoutObject(before, block);
          if (!empty.isEmpty()) {
            empty.or(along);
            along = empty;
          }
          if (isFirst) {
            in.or(along);
            isFirst = false;
          } else {
            in.and(along);
          }
        }
        in.or(done.get(block.index()));
        if (!in.equals(out.get(block.index()))) {
          out.set(block.index(), in);
          isChanged = true;
        }
      }
    }
    BitSet certain = new BitSet();
    certain.set(0, effects.size());
    for (Block block : order) {
      if (block.exit() instanceof Exit.Return) {
        certain.and(out.get(block.index()));
      }
    }
    return certain;
  }

  /** What needs not be done on a way on which the value is nil. */
  private BitSet withoutObject(Block from, Block to) {
    BitSet found = new BitSet();
    if (from.exit() instanceof Exit.If
        && body.condition(from) instanceof Value.Computed(Token operator, Value x, Value.Nil _)
        && (operator == Token.EQL || operator == Token.NEQ)
        && from.successors().get(operator == Token.EQL ? 0 : 1) == to
        && from.successors().get(operator == Token.EQL ? 1 : 0) != to) {
      Optional<Value> absent = Substitution.apply(x, this::outside);
      for (int i = 0; absent.isPresent() && i < effects.size(); i++) {
        found.set(i, isPart(effects.get(i).target(), absent.get()));
      }
    }
    return found;
  }

  private static boolean isPart(Value value, Value whole) {
    return value.equals(whole)
        || value instanceof Value.Field field && isPart(field.base(), whole)
        || value instanceof Value.Element element && isPart(element.base(), whole);
  }

  private void op(Op op, BitSet here) {
    switch (op) {
      case Op.Call call -> call(call, here);
      case Op.Send send -> {
        blocks |= !send.isChoice();
        add(Effect.Kind.SENT_TO, send.channel(), "", Value.NIL, -1, true, send.node(), here);
        add(Effect.Kind.SENT, send.value(), "", send.channel(), -1, true, send.node(), here);
      }
      case Op.Receive receive -> {
        blocks |= !receive.isChoice();
        watched(receive.channel())
            .ifPresentOrElse(
                context ->
                    add(
                        Effect.Kind.WATCHED,
                        context,
                        "",
                        Value.NIL,
                        -1,
                        true,
                        receive.node(),
                        here),
                () ->
                    add(
                        Effect.Kind.RECEIVED_FROM,
                        receive.channel(),
                        "",
                        Value.NIL,
                        -1,
                        true,
                        receive.node(),
                        here));
      }
      case Op.Select select -> {
        blocks |= !select.hasDefault();
        for (Op.Choice choice : select.choices()) {
          watched(choice.channel())
              .ifPresent(context ->
                  add(
                      Effect.Kind.WATCHED,
                      context,
                      "",
                      Value.NIL,
                      -1,
                      true,
                      choice.clause(),
                      here));
        }
      }
      case Op.Store store -> store(store, here);
      case Op.Return returned -> {
        for (int i = 0; i < returned.values().size(); i++) {
          add(
              Effect.Kind.RETURNED,
              returned.values().get(i),
              "",
              Value.NIL,
              i,
              true,
              returned.node(),
              here);
        }
      }
    }
  }

  /** The context whose end a channel tells. */
  private static Optional<Value> watched(Value channel) {
    return channel instanceof Value.Result(Op.Call call, _)
            && call.name().endsWith(".Done")
            && call.arguments().isEmpty()
        ? Optional.of(call.receiver())
        : Optional.empty();
  }

  private void store(Op.Store store, BitSet here) {
    add(Effect.Kind.STORED, store.value(), "", store.place(), -1, true, store.node(), here);
    if (store.place() instanceof Value.Element(Value base)) {
      add(Effect.Kind.GROWN, base, "", Value.NIL, -1, true, store.node(), here);
    } else {
      boolean isAppended =
          store.value() instanceof Value.Result(Op.Call call, _)
              && call.name().equals("append")
              && call.argument(0).equals(store.place());
      add(
          isAppended ? Effect.Kind.GROWN : Effect.Kind.SHRUNK,
          store.place(),
          "",
          Value.NIL,
          -1,
          true,
          store.node(),
          here);
    }
  }

  private void call(Op.Call call, BitSet here) {
    boolean isAsync = call.mode() == Op.Mode.GO;
    starts |= isAsync;
    switch (call.callee()) {
      case Callee.Language language -> language(call, language);
      case Callee.Dynamic(Value function) when !(function instanceof Value.Closure) -> {
        add(Effect.Kind.CALLED, function, "", Value.NIL, -1, true, isAsync, call.node(), here);
        passed(call, isAsync, here);
      }
      case Callee.Interface _ -> {
        method(call, isAsync, here);
        passed(call, isAsync, here);
      }
      case Callee.Static _, Callee.Literal _, Callee.Dynamic _ -> {
        Optional<Summary> summary =
            known
                .body(call.callee())
                .map(known::of)
                .or(() ->
                    call.callee() instanceof Callee.Static(var symbol)
                        ? known.of(symbol)
                        : Optional.empty());
        if (!call.receiver().equals(Value.NIL)) {
          method(call, isAsync, here);
        }
        summary.ifPresentOrElse(
            found -> inherit(call, found, isAsync, true, here), () -> passed(call, isAsync, here));
        blocks |= !isAsync && WAITING.contains(call.name());
      }
    }
    for (Value argument : call.arguments()) {
      if (argument instanceof Value.Closure(Body literal)) {
        // Whether and when it is called is the callee's business.
        boolean isAlways = call.name().equals("sync.Once.Do");
        inherit(call, known.of(literal), isAsync || STARTING.contains(call.name()), isAlways, here);
      }
    }
  }

  private void passed(Op.Call call, boolean isAsync, BitSet here) {
    isComplete = false;
    for (Value argument : call.arguments()) {
      add(
          Effect.Kind.PASSED,
          argument,
          call.name(),
          Value.NIL,
          -1,
          true,
          isAsync,
          call.node(),
          here);
    }
  }

  private void method(Op.Call call, boolean isAsync, BitSet here) {
    add(
        Effect.Kind.METHOD,
        call.receiver(),
        call.name(),
        Value.NIL,
        -1,
        true,
        isAsync,
        call.node(),
        here);
  }

  private void language(Op.Call call, Callee.Language language) {
    BitSet here = done.getLast();
    switch (language.function()) {
      case CLOSE ->
          add(Effect.Kind.CLOSED, call.argument(0), "", Value.NIL, -1, true, call.node(), here);
      case DELETE, CLEAR ->
          add(Effect.Kind.SHRUNK, call.argument(0), "", Value.NIL, -1, true, call.node(), here);
      default -> {}
    }
  }

  /** What a call does, it does for its caller. */
  private void inherit(
      Op.Call call, Summary summary, boolean isAsync, boolean isAlways, BitSet here) {
    blocks |= summary.blocks() && !isAsync;
    starts |= summary.starts();
    isComplete &= summary.isComplete();
    for (Effect effect : summary.effects()) {
      if (effect.kind() == Effect.Kind.RETURNED) {
        continue;
      }
      Optional<Value> target = Substitution.apply(effect.target(), root -> given(root, call));
      Optional<Value> into =
          effect.into().equals(Value.NIL)
              ? Optional.of(Value.NIL)
              : Substitution.apply(effect.into(), root -> given(root, call));
      if (target.isPresent() && into.isPresent()) {
        add(
            effect.with(
                target.get(),
                into.get(),
                effect.isCertain() && isAlways,
                effect.isAsync() || isAsync),
            here);
      }
    }
  }

  private static Value given(Value root, Op.Call call) {
    return root instanceof Value.Argument(int index) ? call.argument(index) : root;
  }

  private void add(
      Effect.Kind kind,
      Value target,
      String detail,
      Value into,
      int result,
      boolean isCertain,
      Node node,
      BitSet here) {
    add(kind, target, detail, into, result, isCertain, false, node, here);
  }

  private void add(
      Effect.Kind kind,
      Value target,
      String detail,
      Value into,
      int result,
      boolean isCertain,
      boolean isAsync,
      Node node,
      BitSet here) {
    Place place = new Place(body.file(), node.from());
    add(new Effect(kind, target, detail, into, result, isCertain, isAsync, place), here);
  }

  /** Keeps what can be named outside: of a join, each of what meets there. */
  private void add(Effect effect, BitSet here) {
    Set<Value> sources = sources(effect.target());
    for (Value source : sources) {
      Optional<Value> target = Substitution.apply(source, this::outside);
      // What it is stored in may have no name outside: that it is stored is still worth knowing.
      Value into = Substitution.apply(effect.into(), this::outside).orElse(Value.NIL);
      if (target.isPresent()) {
        boolean isCertain = effect.isCertain() && sources.size() == 1;
        Effect kept = effect.with(target.get(), into, isCertain, effect.isAsync());
        Integer number = numbers.get(kept.key());
        if (number == null) {
          if (effects.size() >= Summary.LIMIT) {
            isComplete = false;
            return;
          }
          number = effects.size();
          numbers.put(kept.key(), number);
          effects.add(kept);
        } else if (isCertain && !effects.get(number).isCertain()) {
          effects.set(number, kept);
        }
        if (isCertain) {
          here.set(number);
        }
      }
    }
  }

  private Set<Value> sources(Value value) {
    return value instanceof Value.Phi || value instanceof Value.Cell
        ? body.sources(value)
        : Set.of(value);
  }

  /** What a root is called outside of this body. */
  private Value outside(Value root) {
    return switch (root) {
      case Value.Parameter(Body owner, int index, _) when owner == body ->
          new Value.Argument(index);
      case Value.Global _ -> root;
      case Value.Argument _ -> Value.NIL;
      // A literal shares the values of the functions around it.
      case Value.Parameter _,
          Value.Cell _,
          Value.Made _,
          Value.Closure _,
          Value.BoundMethod _,
          Value.Result _,
          Value.Received _ ->
          body.isLiteral() ? root : Value.NIL;
      default -> Value.NIL;
    };
  }
}
