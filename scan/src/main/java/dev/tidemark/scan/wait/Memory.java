package dev.tidemark.scan.wait;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What values are in a run, and what is stored where. */
final class Memory {
  private final Map<Var, Datum> variables = new IdentityHashMap<>();
  private final Globals globals;
  private final Map<Value, Datum> strangers = new HashMap<>();
  private final Escapes escapes;
  private final Guesses guesses;
  private int looks;

  /**
   * @param globals package variables that only the code of the run uses
   */
  Memory(Layout.Table layouts, Guesses guesses, Globals globals) {
    this.globals = globals;
    this.escapes = new Escapes(layouts, this);
    this.guesses = guesses;
  }

  Guesses guesses() {
    return guesses;
  }

  /** How many values were looked up: what a run costs. */
  int looks() {
    return looks;
  }

  Datum of(Frame frame, Value value) {
    looks++;
    if (value instanceof Value.Field
        || value instanceof Value.Element
        || value instanceof Value.Global) {
      for (Frame at = frame; at != null; at = at.outer) {
        Datum known = at.loads.get(value);
        if (known != null) {
          return known;
        }
      }
    }
    return read(frame, value);
  }

  /** What a value is now, whatever it was when it was read into a variable. */
  Datum read(Frame frame, Value value) {
    return switch (value) {
      case Value.Parameter parameter -> parameter(frame, parameter);
      case Value.Cell(Var symbol) -> {
        Frame.Variable variable = frame.variable(symbol);
        if (variable == null) {
          variable = new Frame.Variable(Instances.external(symbol.type()));
          frame.variables.put(symbol, variable);
        }
        yield variable.value;
      }
      case Value.Global(Var symbol) -> variables.computeIfAbsent(symbol, globals::initial);
      case Value.Made made -> made(frame, made);
      case Value.Closure(Body body) -> {
        Frame owner = frame.of(body.outer());
        yield new Datum.Code(body, (owner == null ? frame : owner).snapshot());
      }
      case Value.Function(var symbol) -> new Datum.Declared(symbol);
      case Value.BoundMethod(var symbol, Value receiver) ->
          new Datum.Method(symbol, of(frame, receiver));
      case Value.Result(Op.Call call, int index) -> result(frame, call, index);
      case Value.Field field -> part(of(frame, field.base()), field.name().name(), field.type());
      case Value.Element element -> element(frame, element);
      case Value.Received(Value.Site site, _) -> {
        for (Frame at = frame; at != null; at = at.outer) {
          Datum known = at.received.get(site.node());
          if (known != null) {
            yield known;
          }
        }
        yield unknown(frame.received, site);
      }
      case Value.Ok ok -> ok(frame, ok);
      case Value.Opaque(Value.Site site) -> {
        for (Frame at = frame; at != null; at = at.outer) {
          Datum known = at.opaque.get(site.node());
          if (known != null) {
            yield known;
          }
        }
        yield unknown(frame.opaque, site);
      }
      case Value.Known(Constant constant) -> constant(constant);
      case Value.Nil _ -> Datum.NIL;
      case Value.Zero(Type type) -> Instances.zero(type);
      case Value.Computed(Token operator, Value x, Value y) ->
          guesses.compute(operator, of(frame, x), of(frame, y));
      case Value.Phi phi -> {
        for (Frame at = frame; at != null; at = at.outer) {
          Datum known = at.joins.get(phi);
          if (known != null) {
            yield known;
          }
        }
        yield Instances.external(Unknown.UNKNOWN);
      }
      case Value.Argument _ -> stranger(value, Unknown.UNKNOWN);
    };
  }

  private static Datum unknown(Map<Node, Datum> known, Value.Site site) {
    Datum made = Instances.external(Unknown.UNKNOWN);
    known.put(site.node(), made);
    return made;
  }

  private Datum stranger(Value value, Type type) {
    return strangers.computeIfAbsent(value, _ -> Instances.external(type));
  }

  private Datum stranger(Value value) {
    return stranger(value, Unknown.UNKNOWN);
  }

  private Datum parameter(Frame frame, Value.Parameter parameter) {
    Frame owner = frame.of(parameter.body());
    if (owner == null) {
      return stranger(parameter, parameter.symbol().type());
    }
    if (parameter.index() < 0) {
      return owner.receiver;
    }
    return parameter.index() < owner.arguments.size()
        ? owner.arguments.get(parameter.index())
        : stranger(parameter, parameter.symbol().type());
  }

  private Datum result(Frame frame, Op.Call call, int index) {
    for (Frame at = frame; at != null; at = at.outer) {
      List<Datum> known = at.results.get(call);
      if (known != null) {
        return index < known.size() ? known.get(index) : stranger(new Value.Result(call, index));
      }
    }
    if (Calls.wrapsError(frame.body, call)) {
      return of(frame, call.argument(0));
    }
    List<Datum> unknown = Calls.unknownResults(frame.body, call);
    Value result = new Value.Result(call, index);
    return strangers.computeIfAbsent(
        result,
        _ -> index < unknown.size() ? unknown.get(index) : Instances.external(Unknown.UNKNOWN));
  }

  private Datum made(Frame frame, Value.Made made) {
    for (Frame at = frame; at != null; at = at.outer) {
      Instance known = at.made.get(made.site().node());
      if (known != null) {
        return known;
      }
    }
    // Of a function around the one that is looked at.
    return stranger(made, made.type());
  }

  /** Something new in the place of what the same code made before. */
  Instance make(Frame frame, Value.Made made) {
    Instance instance =
        switch (made.kind()) {
          case CHANNEL -> channel(frame, made);
          case MAP -> new Instance.Table(made.type());
          case SLICE -> new Instance.Sequence(made.type());
          case VARIABLE -> Instances.of(made.type(), false);
        };
    frame.made.put(made.site().node(), instance);
    return instance;
  }

  private Instance.Channel channel(Frame frame, Value.Made made) {
    Instance.Channel channel = new Instance.Channel(made.type(), false, 0);
    if (!made.size().equals(Value.NIL)) {
      channel.hasRoom(() -> {
        Datum size = of(frame, made.size());
        channel.isRoomGuessed = !(size instanceof Datum.Whole);
        return guesses.number(size);
      });
    }
    return channel;
  }

  /** The size of a slice that a block makes, which may be found out in that block only. */
  void size(Frame frame, Value.Made made) {
    Instance instance = frame.made.get(made.site().node());
    if (instance instanceof Instance.Sequence sequence
        && sequence.elements.isEmpty()
        && !made.size().equals(Value.NIL)
        && made.type().underlying() instanceof Type.Slice slice) {
      long count = guesses.number(of(frame, made.size()));
      for (long i = 0; i < Math.min(count, 64); i++) {
        sequence.elements.add(
            sequence.isOfOthers
                ? Instances.external(slice.element())
                : Instances.zero(slice.element()));
      }
    }
  }

  Datum part(Datum base, String name, Type type) {
    if (base instanceof Instance.Timer timer && name.equals("C")) {
      return timer.channel;
    }
    if (base instanceof Instance.Condition condition && name.equals("L")) {
      return condition.lock;
    }
    if (!(base instanceof Instance instance)) {
      return Instances.external(type);
    }
    Datum known = instance.parts.get(name);
    if (known == null) {
      known = instance.isExternal ? Instances.external(type) : Instances.zero(type);
      instance.parts.put(name, known);
    }
    return known;
  }

  private Datum element(Frame frame, Value.Element element) {
    Datum base = of(frame, element.base());
    Datum key = element.key().equals(Value.NIL) ? Datum.NIL : of(frame, element.key());
    return switch (base) {
      case Instance.Sequence sequence -> {
        if (key instanceof Datum.Whole(long index)
            && index >= 0
            && index < sequence.elements.size()) {
          yield sequence.elements.get((int) index);
        }
        yield sequence.elements.isEmpty()
            ? Instances.external(elementType(sequence.type))
            : sequence.elements.getFirst();
      }
      case Instance.Table table -> {
        Datum known = table.entries.get(key);
        if (known != null) {
          yield known;
        }
        if (!table.isExternal && (table.entries.isEmpty() || isConstant(key))) {
          yield Instances.zero(elementType(table.type));
        }
        yield Instances.external(elementType(table.type));
      }
      case Instance instance ->
          instance.parts.computeIfAbsent(key, _ -> Instances.external(elementType(instance.type)));
      default -> Instances.external(Unknown.UNKNOWN);
    };
  }

  static boolean isConstant(Datum key) {
    return key instanceof Datum.Whole || key instanceof Datum.Text;
  }

  static Type elementType(Type type) {
    return switch (type.underlying()) {
      case Type.Slice slice -> slice.element();
      case Type.Array array -> array.element();
      case Type.Map map -> map.element();
      case Type.Chan channel -> channel.element();
      case Type.Pointer pointer -> elementType(pointer.element());
      default -> Unknown.UNKNOWN;
    };
  }

  private Datum ok(Frame frame, Value.Ok ok) {
    for (Frame at = frame; at != null; at = at.outer) {
      Datum known = at.oks.get(ok.site().node());
      if (known != null) {
        return known;
      }
    }
    if (ok.of() instanceof Value.Element element
        && of(frame, element.base()) instanceof Instance.Table table
        && !table.isExternal) {
      Datum key = of(frame, element.key());
      if (table.entries.containsKey(key)) {
        return new Datum.Truth(true);
      }
      if (table.entries.isEmpty() || isConstant(key)) {
        return new Datum.Truth(false);
      }
    }
    Datum unknown = new Datum.Term(Token.ARROW, Instances.external(Basic.BOOL), Datum.NIL);
    frame.oks.put(ok.site().node(), unknown);
    return unknown;
  }

  private static Datum constant(Constant constant) {
    return switch (constant) {
      case Constant.Bool(boolean value) -> new Datum.Truth(value);
      case Constant.Text(String value) -> new Datum.Text(value);
      case Constant.Int whole -> {
        var value = Conversions.asLong(whole);
        yield value.isPresent()
            ? new Datum.Whole(value.getAsLong())
            : Instances.external(Unknown.UNKNOWN);
      }
      case Constant.Real _, Constant.Complex _, Constant.Unknown _ ->
          Instances.external(Unknown.UNKNOWN);
    };
  }

  void store(Frame frame, Op.Store store) {
    Datum value = of(frame, store.value());
    if (value instanceof Instance.Sequence whole
        && store.node() instanceof Stmt.AssignStmt(_, _, _, _, _, List<Expr> right)
        && right.size() == 1
        && right.getFirst() instanceof Expr.SliceExpr part) {
      value = SliceBounds.of(part, whole, frame.body.info()).<Datum>map(whole::part).orElse(whole);
    }
    write(frame, store.place(), value, store.node());
  }

  /**
   * @param node what writes, which declares the variable if its name stands in it
   */
  void write(Frame frame, Value place, Datum value, Node node) {
    switch (place) {
      case Value.Cell(Var symbol) -> assign(frame, symbol, value, node);
      case Value.Global(Var symbol) -> {
        variables.put(symbol, value);
        if (!globals.isKnown(symbol)) {
          escape(value);
        }
      }
      case Value.Field field -> {
        Datum base = of(frame, field.base());
        if (base instanceof Instance.Condition condition && field.name().name().equals("L")) {
          condition.lock = value;
        } else if (base instanceof Instance instance) {
          instance.parts.put(field.name().name(), value);
          if (instance.isExternal) {
            escape(value);
          }
        }
      }
      case Value.Element element -> {
        Datum key = element.key().equals(Value.NIL) ? Datum.NIL : of(frame, element.key());
        put(of(frame, element.base()), key, value);
      }
      default -> {
        // As in `*s = stream{…}`: what the pointer points to gets the parts.
        if (value instanceof Instance made
            && made.getClass() == Instance.class
            && of(frame, place) instanceof Instance target
            && target.getClass() == Instance.class) {
          target.parts.putAll(made.parts);
        } else if (value instanceof Instance.Once anew
            && of(frame, place) instanceof Instance.Once once) {
          once.isDone = anew.isDone;
          once.running = anew.running;
        } else {
          escape(value);
        }
      }
    }
  }

  private void put(Datum base, Datum key, Datum value) {
    switch (base) {
      case Instance.Sequence sequence -> {
        if (key instanceof Datum.Whole(long index)) {
          while (sequence.elements.size() <= index && index < 64) {
            sequence.elements.add(Instances.zero(elementType(sequence.type)));
          }
          if (index >= 0 && index < sequence.elements.size()) {
            sequence.elements.set((int) index, value);
          }
        } else {
          sequence.add(value);
        }
      }
      case Instance.Table table -> table.entries.put(key, value);
      case Instance instance -> instance.parts.put(key, value);
      default -> {}
    }
    if (base instanceof Instance instance && instance.isExternal) {
      escape(value);
    }
  }

  /** A variable that closures share gets a value: a new one where it is declared. */
  void assign(Frame frame, Var symbol, Datum value, Node node) {
    Frame.Variable known = frame.variable(symbol);
    boolean isDeclared =
        node.from() <= symbol.place().offset() && symbol.place().offset() < node.to();
    if (known == null || isDeclared) {
      frame.variables.put(symbol, new Frame.Variable(value));
    } else {
      known.value = value;
    }
  }

  /** Code that can't be seen gets hold of a value, and of all that can be reached from it. */
  void escape(Datum datum) {
    escapes.of(datum);
  }

  /** Whether code that can't be seen got hold of anything that the run has made. */
  boolean hasEscaped() {
    return escapes.hasAny();
  }

  /** What a function of an unknown body is called with, with the rest of them in a slice. */
  static List<Datum> arguments(Signature signature, List<Datum> given, boolean isSpread) {
    int last = signature.params().size() - 1;
    if (!signature.isVariadic() || isSpread || last < 0) {
      return given;
    }
    Instance.Sequence rest = new Instance.Sequence(signature.params().get(last).type());
    for (int i = last; i < given.size(); i++) {
      rest.elements.add(given.get(i));
    }
    List<Datum> all = new ArrayList<>(given.subList(0, Math.min(last, given.size())));
    all.add(rest);
    return all;
  }
}
