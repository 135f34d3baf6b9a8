package dev.tidemark.scan.rule.endless;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.StandardLibrary;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Channels that nothing in the package closes or sends to, and that no other package can get hold
 * of: who receives from one waits for ever.
 *
 * <p>Channels are told by the unexported field or package variable that holds them, or by where
 * they are made.
 */
final class QuietChannels {
  /** Those that somebody closes or may close. */
  private final Set<Object> closed = new HashSet<>();

  /** Those that somebody sends to. */
  private final Set<Object> sent = new HashSet<>();

  /** Pairs of which both are the same channel. */
  private final List<Object[]> same = new ArrayList<>();

  private QuietChannels(Unit unit) {
    unit.forEachBody(body -> body.forEachOp(op -> look(body, op)));
    spread(closed);
    spread(sent);
  }

  static QuietChannels of(Unit unit) {
    return unit.once(QuietChannels.class, () -> new QuietChannels(unit));
  }

  /** Whether a receive from one of them never ends. */
  boolean neverGives(Set<Value> channels) {
    return channels.stream()
        .allMatch(channel -> isDoneOfRoot(channel) || isQuiet(channel, closed, sent));
  }

  /** Whether a range over one of them never ends. */
  boolean neverCloses(Set<Value> channels) {
    return channels.stream().allMatch(channel -> isQuiet(channel, closed, Set.of()));
  }

  private static boolean isQuiet(Value source, Set<Object> closed, Set<Object> sent) {
    Object key = key(source);
    return key != UNKNOWN && !closed.contains(key) && !sent.contains(key);
  }

  private static boolean isDoneOfRoot(Value channel) {
    return channel instanceof Value.Result(Op.Call call, _)
        && call.name().equals("context.Context.Done")
        && StandardLibrary.isWithoutEnd(call.receiver());
  }

  /** What a channel is told by where nothing is known of it. */
  private static final Object UNKNOWN = new Object();

  private static Object key(Value value) {
    return switch (value) {
      case Value.Field(_, FieldName name, Type type) when isHidden(name.name()) && isOpen(type) ->
          name;
      case Value.Global(Var symbol) when isHidden(symbol.name()) && isOpen(symbol.type()) -> symbol;
      case Value.Made made when made.kind() == Value.Kind.CHANNEL -> made.site();
      default -> UNKNOWN;
    };
  }

  /** Whether its type lets who has it send and close. */
  private static boolean isOpen(Type type) {
    return type.underlying() instanceof Type.Chan(Type.Direction direction, _)
        && direction == Type.Direction.BOTH;
  }

  private static boolean isHidden(String name) {
    return !name.isEmpty() && !Character.isUpperCase(name.codePointAt(0));
  }

  private void look(Body body, Op op) {
    switch (op) {
      case Op.Send send -> {
        note(body, send.channel(), sent);
        handOut(body, send.value());
      }
      case Op.Select select -> {
        for (Op.Choice choice : select.choices()) {
          if (choice.direction() == Op.Direction.SEND) {
            note(body, choice.channel(), sent);
            handOut(body, choice.value());
          }
        }
      }
      case Op.Call call -> call(body, call);
      case Op.Store store -> store(body, store);
      case Op.Return(_, List<Value> values) -> {
        List<Var> results = body.signature().results();
        for (int i = 0; i < values.size(); i++) {
          if (i >= results.size() || !isForReceiving(results.get(i).type())) {
            handOut(body, values.get(i));
          }
        }
      }
      case Op.Receive _, Op.Load _, Op.Share _ -> {}
    }
  }

  private void call(Body body, Op.Call call) {
    if (call.callee() instanceof Callee.Language(Builtin.Function function)) {
      switch (function) {
        case LEN, CAP -> {}
        default -> call.arguments().forEach(argument -> note(body, argument, closed));
      }
      return;
    }
    List<Var> parameters =
        switch (call.callee()) {
          case Callee.Static(var symbol) -> symbol.signature().params();
          case Callee.Interface(var symbol) -> symbol.signature().params();
          case Callee.Literal(Body literal) -> literal.signature().params();
          case Callee.Dynamic _, Callee.Language _ -> List.of();
        };
    for (int i = 0; i < call.arguments().size(); i++) {
      int parameter = call.parameter(i);
      if (parameter < 0
          || parameter >= parameters.size()
          || !isForReceiving(parameters.get(parameter).type())) {
        handOut(body, call.argument(i));
      }
    }
  }

  private void store(Body body, Op.Store store) {
    Object place = key(store.place());
    for (Value source : body.sources(store.value())) {
      Object key = key(source);
      if (key != UNKNOWN) {
        same.add(new Object[] {place, key});
      } else if (place != UNKNOWN && !isNothing(source)) {
        same.add(new Object[] {place, UNKNOWN});
      }
    }
  }

  private static boolean isNothing(Value value) {
    return value instanceof Value.Nil || value instanceof Value.Zero;
  }

  private static boolean isForReceiving(Type type) {
    return type.underlying() instanceof Type.Chan(Type.Direction direction, _)
        && direction == Type.Direction.RECEIVE;
  }

  /** Who gets a channel may do with it what it likes. */
  private void handOut(Body body, Value value) {
    note(body, value, closed);
  }

  private static void note(Body body, Value value, Set<Object> into) {
    for (Value source : body.sources(value)) {
      Object key = key(source);
      if (key != UNKNOWN) {
        into.add(key);
      }
    }
  }

  private void spread(Set<Object> keys) {
    keys.add(UNKNOWN);
    boolean isMore = true;
    while (isMore) {
      isMore = false;
      for (Object[] pair : same) {
        if (keys.contains(pair[0]) != keys.contains(pair[1])) {
          keys.add(pair[0]);
          keys.add(pair[1]);
          isMore = true;
        }
      }
    }
  }
}
