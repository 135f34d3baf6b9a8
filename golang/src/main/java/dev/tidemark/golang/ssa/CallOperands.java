package dev.tidemark.golang.ssa;

import dev.tidemark.golang.check.Mode;
import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Nil;
import dev.tidemark.golang.types.Selection;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;
import java.util.ArrayList;
import java.util.List;

/** Makes calls of call expressions, and of loops over functions. */
final class CallOperands {
  private final Lowering lowering;
  private final Operands operands;
  private final TypeInfo info;

  CallOperands(Lowering lowering, Operands operands) {
    this.lowering = lowering;
    this.operands = operands;
    this.info = lowering.info;
  }

  /** Makes the call; its first result. */
  Value call(Expr.CallExpr call, Op.Mode mode) {
    Expr function = Variables.unparen(call.function());
    if (info.typed(function).mode() == Mode.TYPE) {
      return call.arguments().isEmpty()
          ? operands.opaque(call)
          : operands.of(call.arguments().getFirst());
    }
    if (symbol(function) instanceof Builtin builtin) {
      return language(call, builtin.function(), mode);
    }
    Value called = operands.of(function);
    Op.Call made = made(call, mode, function, called, arguments(call));
    lowering.emit(made);
    return new Value.Result(made, 0);
  }

  /**
   * The one call that a loop over a function is; what it is given, the loop's body, has no value.
   */
  void iterate(Stmt.RangeStmt loop) {
    Expr function = Variables.unparen(loop.x());
    Expr.CallExpr call =
        new Expr.CallExpr(loop.x().from(), loop.x().to(), function, loop.x().to(), List.of(), -1);
    List<Value> body = List.of(new Value.Opaque(new Value.Site(loop)));
    lowering.emit(made(call, Op.Mode.NOW, function, operands.peek(loop.x()), body));
  }

  private Op.Call made(
      Expr.CallExpr call, Op.Mode mode, Expr function, Value called, List<Value> arguments) {
    String name = name(function);
    return switch (called) {
      case Value.BoundMethod(Func method, Value receiver) ->
          new Op.Call(
              call,
              mode,
              name.isEmpty() ? QualifiedName.of(method) : name,
              method(function, method),
              receiver,
              arguments);
      case Value.Function(Func symbol) ->
          new Op.Call(call, mode, name, new Callee.Static(symbol), Value.NIL, arguments);
      case Value.Closure(Body body) ->
          new Op.Call(call, mode, name, new Callee.Literal(body), Value.NIL, arguments);
      default ->
          new Op.Call(call, mode, name, new Callee.Dynamic(called), receiver(called), arguments);
    };
  }

  /** Of a method that could not be resolved, what it is selected of. */
  private static Value receiver(Value called) {
    return called instanceof Value.Field(Value base, FieldName name, _) && name.pkg().isEmpty()
        ? base
        : Value.NIL;
  }

  private Symbol symbol(Expr function) {
    return switch (function) {
      case Expr.Ident name -> info.symbol(name).orElse(new Nil());
      case Expr.SelectorExpr selector -> info.symbol(selector.selected()).orElse(new Nil());
      default -> new Nil();
    };
  }

  private Callee method(Expr function, Func method) {
    if (function instanceof Expr.SelectorExpr selector) {
      Type owner = owner(selector);
      if (owner.underlying() instanceof Interface) {
        return new Callee.Interface(method);
      }
    }
    return new Callee.Static(method);
  }

  /** The type that declares or embeds what is selected, behind embedded fields. */
  private Type owner(Expr.SelectorExpr selector) {
    Type type = info.type(selector.x());
    Selection selection = info.selection(selector).orElse(null);
    if (selection != null) {
      for (int i = 0; i + 1 < selection.path().size(); i++) {
        Type under = type.underlying();
        if (under instanceof Type.Pointer pointer) {
          under = pointer.element().underlying();
        }
        if (under instanceof Struct struct) {
          type = struct.fields().get(selection.path().get(i)).type();
        }
      }
    }
    return type;
  }

  private String name(Expr function) {
    if (function instanceof Expr.IndexExpr instance) {
      return name(Variables.unparen(instance.x()));
    }
    if (function instanceof Expr.IndexListExpr instance) {
      return name(Variables.unparen(instance.x()));
    }
    Symbol symbol = symbol(function);
    if (function instanceof Expr.SelectorExpr selector) {
      if (symbol instanceof Func method && !method.signature().receiver().isEmpty()) {
        String known = QualifiedName.of(method);
        if (!known.isEmpty()) {
          return known;
        }
      }
      boolean isMember = info.selection(selector).isPresent() || !(symbol instanceof Func);
      if (isMember) {
        String owner = QualifiedName.of(owner(selector));
        return owner.isEmpty() ? "" : owner + "." + selector.selected().name();
      }
    }
    return symbol instanceof Func declared ? QualifiedName.of(declared) : "";
  }

  private List<Value> arguments(Expr.CallExpr call) {
    List<Value> arguments = new ArrayList<>(call.arguments().size());
    if (call.arguments().size() == 1
        && info.type(call.arguments().getFirst()) instanceof Type.Tuple tuple
        && tuple.vars().size() > 1) {
      return operands.several(call.arguments().getFirst(), tuple.vars().size());
    }
    for (Expr argument : call.arguments()) {
      arguments.add(operands.of(argument));
    }
    return arguments;
  }

  private Value language(Expr.CallExpr call, Builtin.Function function, Op.Mode mode) {
    switch (function) {
      case MAKE -> {
        Value size = Value.NIL;
        for (Expr argument : call.arguments().subList(1, call.arguments().size())) {
          Value given = operands.of(argument);
          size = size.equals(Value.NIL) ? given : size;
        }
        Type type = info.type(call);
        Value.Kind kind =
            switch (type.underlying()) {
              case Type.Chan _ -> Value.Kind.CHANNEL;
              case Type.Map _ -> Value.Kind.MAP;
              default -> Value.Kind.SLICE;
            };
        return new Value.Made(new Value.Site(call), kind, type, size);
      }
      case NEW -> {
        Value made =
            new Value.Made(new Value.Site(call), Value.Kind.VARIABLE, info.type(call), Value.NIL);
        Expr initial = call.arguments().isEmpty() ? Expr.NONE : call.arguments().getFirst();
        if (!initial.isNone() && Operands.isValue(info.typed(initial).mode())) {
          lowering.emit(new Op.Store(call, made, Value.NIL, operands.of(initial)));
        }
        return made;
      }
      case LEN, CAP, MIN, MAX, REAL, IMAG, COMPLEX -> {
        Value x = Value.NIL;
        for (Expr argument : call.arguments()) {
          x = operands.of(argument);
        }
        // Equal for equal operands, and told apart from them.
        return new Value.Computed(Token.FUNC, x, opaqueFor(function));
      }
      default -> {
        Op.Call made =
            new Op.Call(
                call,
                mode,
                function.text(),
                new Callee.Language(function),
                Value.NIL,
                arguments(call));
        lowering.emit(made);
        return new Value.Result(made, 0);
      }
    }
  }

  private static Value opaqueFor(Builtin.Function function) {
    return new Value.Known(Constant.of(function.ordinal()));
  }
}
