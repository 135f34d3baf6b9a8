package dev.tidemark.golang.ssa;

import dev.tidemark.golang.check.Mode;
import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Nil;
import dev.tidemark.golang.types.Place;
import dev.tidemark.golang.types.Selection;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What expressions give, and what evaluating them does. */
final class Operands {
  /** Operands of operands that are kept: sums that a loop is unrolled to have thousands. */
  private static final int LARGEST = 24;

  private final Lowering lowering;
  private final TypeInfo info;
  private final CallOperands calls;

  /** Of expressions that were evaluated: they are not evaluated twice. */
  private final Map<Expr, Value> evaluated = new IdentityHashMap<>();

  Operands(Lowering lowering) {
    this.lowering = lowering;
    this.info = lowering.info;
    this.calls = new CallOperands(lowering, this);
  }

  /** Makes calls. */
  CallOperands calls() {
    return calls;
  }

  /** What an expression gave that was evaluated before, in this block or one that leads here. */
  Value peek(Expr expr) {
    Value known = evaluated.get(expr);
    return known != null ? known : of(expr);
  }

  Value of(Expr expr) {
    Value value = evaluate(expr);
    evaluated.put(expr, value);
    return value;
  }

  /** The values of an expression that gives several. */
  List<Value> several(Expr expr, int count) {
    Expr plain = Variables.unparen(expr);
    List<Value> values = new ArrayList<>(count);
    if (plain instanceof Expr.CallExpr call) {
      Value first = calls.call(call, Op.Mode.NOW);
      for (int i = 0; i < count; i++) {
        values.add(
            first instanceof Value.Result(Op.Call made, _)
                ? new Value.Result(made, i)
                : new Value.Opaque(new Value.Site(expr)));
      }
      return values;
    }
    Value value = of(plain);
    values.add(value);
    values.add(new Value.Ok(new Value.Site(plain), value));
    return values;
  }

  Value opaque(Expr expr) {
    return new Value.Opaque(new Value.Site(expr));
  }

  private Value evaluate(Expr expr) {
    TypeInfo.Typed typed = info.typed(expr);
    if (typed.mode() == Mode.CONSTANT && typed.value() != Constant.UNKNOWN) {
      return new Value.Known(typed.value());
    }
    return switch (expr) {
      case Expr.ParenExpr paren -> of(paren.x());
      case Expr.Ident name -> name(name);
      case Expr.FuncLit literal -> literal(literal);
      case Expr.CompositeLit literal -> literal(literal, typed.type());
      case Expr.SelectorExpr selector -> selector(selector);
      case Expr.IndexExpr indexed -> indexed(indexed);
      case Expr.IndexListExpr instance -> of(instance.x());
      case Expr.SliceExpr slice -> {
        for (Expr bound : List.of(slice.low(), slice.high(), slice.max())) {
          if (!bound.isNone()) {
            of(bound);
          }
        }
        yield of(slice.x());
      }
      case Expr.TypeAssertExpr assertion -> of(assertion.x());
      case Expr.CallExpr call -> calls.call(call, Op.Mode.NOW);
      case Expr.StarExpr star -> of(star.x());
      case Expr.UnaryExpr unary -> unary(unary);
      case Expr.BinaryExpr binary -> {
        Value x = of(binary.x());
        yield computed(binary, binary.operator(), x, of(binary.y()));
      }
      case Expr.KeyValueExpr pair -> of(pair.value());
      default -> opaque(expr);
    };
  }

  /** An operation; of one with too many operands in operands nothing is known. */
  static Value computed(Node node, Token operator, Value x, Value y) {
    return size(x) + size(y) > LARGEST
        ? new Value.Opaque(new Value.Site(node))
        : new Value.Computed(operator, x, y);
  }

  private static int size(Value value) {
    return value instanceof Value.Computed(_, Value x, Value y) ? 1 + size(x) + size(y) : 1;
  }

  private Value name(Expr.Ident name) {
    return info.symbol(name).map(symbol -> symbol(symbol, name)).orElseGet(() -> opaque(name));
  }

  private Value symbol(Symbol symbol, Expr at) {
    return switch (symbol) {
      case Var local when Variables.isLocal(local) -> lowering.read(local);
      case Var global -> new Value.Global(global);
      case Func function -> new Value.Function(function.origin());
      case Nil _ -> Value.NIL;
      default -> opaque(at);
    };
  }

  private Value literal(Expr.FuncLit literal) {
    Signature signature = info.type(literal) instanceof Signature known ? known : Func.NO_SIGNATURE;
    return new Value.Closure(
        Lowering.lower(lowering.family, literal, literal.body(), signature, lowering.body));
  }

  private Value literal(Expr.CompositeLit literal, Type type) {
    Type under = type.underlying();
    if (under instanceof Type.Pointer pointer) {
      under = pointer.element().underlying();
    }
    Value.Kind kind =
        switch (under) {
          case Type.Map _ -> Value.Kind.MAP;
          case Type.Slice _ -> Value.Kind.SLICE;
          default -> Value.Kind.VARIABLE;
        };
    Value made = new Value.Made(new Value.Site(literal), kind, type, Value.NIL);
    for (int i = 0; i < literal.elements().size(); i++) {
      element(made, under, i, literal.elements().get(i));
    }
    return made;
  }

  private void element(Value made, Type under, int index, Expr element) {
    if (under instanceof Struct struct) {
      Var field = null;
      Expr given = element;
      if (element instanceof Expr.KeyValueExpr pair) {
        given = pair.value();
        if (pair.key() instanceof Expr.Ident name
            && info.symbol(name).orElse(null) instanceof Var named) {
          field = named;
        }
      } else if (index < struct.fields().size()) {
        field = struct.fields().get(index);
      }
      Value value = of(given);
      Value place =
          field == null
              ? new Value.Element(made, Value.NIL)
              : new Value.Field(made, FieldName.of(field), field.type());
      lowering.emit(new Op.Store(element, place, Value.NIL, value));
      return;
    }
    Value key = Value.NIL;
    if (element instanceof Expr.KeyValueExpr pair) {
      key = of(pair.key());
    }
    lowering.emit(new Op.Store(element, new Value.Element(made, key), key, of(element)));
  }

  private Value selector(Expr.SelectorExpr selector) {
    Selection selection = info.selection(selector).orElse(null);
    if (selection == null) {
      Symbol symbol = info.symbol(selector.selected()).orElse(null);
      return symbol == null ? unknownField(selector) : symbol(symbol, selector);
    }
    if (info.typed(selector.x()).mode() == Mode.TYPE) {
      return selection.symbol() instanceof Func method
          ? new Value.Function(method.origin())
          : opaque(selector);
    }
    Value base = embedded(of(selector.x()), info.type(selector.x()), selection);
    return switch (selection.symbol()) {
      case Var field -> new Value.Field(base, FieldName.of(field), field.type());
      case Func method -> new Value.BoundMethod(method.origin(), base);
      default -> opaque(selector);
    };
  }

  /** A selection of which the types are not known: still the same for the same operand. */
  private Value unknownField(Expr.SelectorExpr selector) {
    if (info.typed(selector.x()).mode() == Mode.TYPE
        || info.symbol(selector.selected()).isPresent()) {
      return opaque(selector);
    }
    return new Value.Field(
        of(selector.x()),
        new FieldName("", selector.selected().name(), Place.NONE),
        info.type(selector));
  }

  /** The embedded field, of an embedded field, that a selection is of. */
  private Value embedded(Value base, Type type, Selection selection) {
    Value at = base;
    Type of = type;
    for (int i = 0; i + 1 < selection.path().size(); i++) {
      Type under = of.underlying();
      if (under instanceof Type.Pointer pointer) {
        under = pointer.element().underlying();
      }
      if (!(under instanceof Struct struct)) {
        return at;
      }
      Var field = struct.fields().get(selection.path().get(i));
      at = new Value.Field(at, FieldName.of(field), field.type());
      of = field.type();
    }
    return at;
  }

  private Value indexed(Expr.IndexExpr indexed) {
    Mode index = info.typed(indexed.index()).mode();
    Value base = of(indexed.x());
    if (index == Mode.TYPE || base instanceof Value.Function) {
      return base;
    }
    return new Value.Element(base, of(indexed.index()));
  }

  private Value unary(Expr.UnaryExpr unary) {
    Value x = of(unary.x());
    return switch (unary.operator()) {
      case AND -> x;
      case ARROW -> {
        lowering.emit(new Op.Receive(unary, x, false));
        yield new Value.Received(new Value.Site(unary), x);
      }
      default -> computed(unary, unary.operator(), x, Value.NIL);
    };
  }

  static boolean isValue(Mode mode) {
    return switch (mode) {
      case CONSTANT, VARIABLE, MAP_INDEX, VALUE, COMMA_OK -> true;
      case UNKNOWN, NO_VALUE, BUILTIN, TYPE -> false;
    };
  }
}
