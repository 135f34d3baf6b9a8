package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.constant.Operations;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Lookup;
import dev.tidemark.golang.types.Selection;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Sizes;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Universe;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Calls of the functions of the language (go/types, builtins.go). */
final class Builtins {
  private final Checker checker;

  Builtins(Checker checker) {
    this.checker = checker;
  }

  Operand call(Expr.CallExpr call, Builtin.Function function) {
    List<Expr> exprs = call.arguments();
    return switch (function) {
      case MAKE -> make(call);
      case NEW -> fresh(call);
      case UNSAFE_OFFSETOF -> offset(call);
      case LEN, CAP -> {
        boolean before = checker.hasCallOrReceive;
        checker.hasCallOrReceive = false;
        Operand result =
            exprs.isEmpty()
                ? Operand.value(call, Basic.INT)
                : length(call, checker.exprs.values(exprs.getFirst(), false).getFirst(), function);
        checker.hasCallOrReceive = before;
        yield result;
      }
      default -> evaluated(call, function, operands(exprs));
    };
  }

  private List<Operand> operands(List<Expr> exprs) {
    if (exprs.size() == 1) {
      return checker.exprs.values(exprs.getFirst(), false);
    }
    List<Operand> all = new ArrayList<>(exprs.size());
    for (Expr expr : exprs) {
      all.add(checker.exprs.value(expr));
    }
    return all;
  }

  private Operand evaluated(Expr.CallExpr call, Builtin.Function function, List<Operand> args) {
    if (function == Builtin.Function.RECOVER) {
      return Operand.value(call, Universe.EMPTY_LITERAL);
    }
    if (function == Builtin.Function.PRINT || function == Builtin.Function.PRINTLN) {
      args.forEach(checker.assignments::byDefault);
      return Operand.of(Mode.NO_VALUE, call, Type.Tuple.EMPTY);
    }
    if (args.isEmpty()) {
      return Operand.unknown(call);
    }
    Operand x = args.getFirst();
    return switch (function) {
      case APPEND -> append(call, args);
      case CLEAR, CLOSE -> Operand.of(Mode.NO_VALUE, call, Type.Tuple.EMPTY);
      case PANIC -> {
        checker.assignments.to(x, Universe.EMPTY_LITERAL);
        yield Operand.of(Mode.NO_VALUE, call, Type.Tuple.EMPTY);
      }
      case DELETE -> {
        Type under = Kinds.commonUnderlying(x.type()).orElse(Unknown.UNKNOWN);
        if (args.size() > 1) {
          Type key = under instanceof Type.Map map ? map.key() : Unknown.UNKNOWN;
          checker.assignments.to(args.get(1), key);
        }
        yield Operand.of(Mode.NO_VALUE, call, Type.Tuple.EMPTY);
      }
      case COPY -> Operand.value(call, Basic.INT);
      case COMPLEX -> args.size() < 2 ? Operand.unknown(call) : complex(call, x, args.get(1));
      case REAL, IMAG -> part(call, x, function);
      case MIN, MAX -> extreme(call, args, function);
      case UNSAFE_ADD -> {
        checker.assignments.to(x, Basic.UNSAFE_POINTER);
        settleInt(args, 1);
        yield Operand.value(call, Basic.UNSAFE_POINTER);
      }
      case UNSAFE_SLICE -> {
        settleInt(args, 1);
        yield x.type().underlying() instanceof Type.Pointer pointer
            ? Operand.value(call, new Type.Slice(pointer.element()))
            : Operand.unknown(call);
      }
      case UNSAFE_SLICE_DATA ->
          Kinds.commonUnderlying(x.type()).orElse(Unknown.UNKNOWN) instanceof Type.Slice slice
              ? Operand.value(call, new Type.Pointer(slice.element()))
              : Operand.unknown(call);
      case UNSAFE_STRING -> {
        checker.assignments.to(x, new Type.Pointer(Basic.BYTE));
        settleInt(args, 1);
        yield Operand.value(call, Basic.STRING);
      }
      case UNSAFE_STRING_DATA -> {
        checker.assignments.to(x, Basic.STRING);
        yield Operand.value(call, new Type.Pointer(Basic.BYTE));
      }
      case UNSAFE_SIZEOF -> {
        Operand typed = checker.assignments.byDefault(x);
        yield size(call, typed.isUnknown() ? OptionalLong.empty() : Sizes.sizeOf(typed.type()));
      }
      case UNSAFE_ALIGNOF -> {
        Operand typed = checker.assignments.byDefault(x);
        yield size(call, typed.isUnknown() ? OptionalLong.empty() : Sizes.alignOf(typed.type()));
      }
      case CAP, LEN, MAKE, NEW, PRINT, PRINTLN, RECOVER, UNSAFE_OFFSETOF -> Operand.unknown(call);
    };
  }

  private void settleInt(List<Operand> args, int index) {
    if (index < args.size() && !args.get(index).isUnknown()) {
      checker.conversion.untypedTo(args.get(index), Basic.INT);
    }
  }

  private static Operand size(Expr.CallExpr call, OptionalLong bytes) {
    return bytes.isPresent()
        ? Operand.constant(call, Basic.UINTPTR, Constant.of(bytes.getAsLong()))
        : Operand.value(call, Basic.UINTPTR);
  }

  private Operand append(Expr.CallExpr call, List<Operand> args) {
    Operand x = args.getFirst();
    Type element =
        Kinds.commonUnderlying(x.type()).orElse(Unknown.UNKNOWN) instanceof Type.Slice slice
            ? slice.element()
            : Unknown.UNKNOWN;
    if (call.ellipsis() >= 0 && args.size() == 2) {
      // append([]byte, string...) leaves the string as it is.
      Operand tail = args.get(1);
      if (!tail.isUnknown() && Kinds.isUntyped(tail.type()) && Kinds.isString(tail.type())) {
        return x.isUnknown() ? Operand.unknown(call) : Operand.value(call, x.type());
      }
    }
    Signature signature =
        Signature.of(
            List.of(
                Calls.unnamed(Var.Kind.PARAMETER, x.type()),
                Calls.unnamed(Var.Kind.PARAMETER, new Type.Slice(element))),
            List.of(),
            true);
    checker.calls.passTo(signature, call, args);
    return x.isUnknown() || x.isNil() ? Operand.unknown(call) : Operand.value(call, x.type());
  }

  private Operand length(Expr.CallExpr call, Operand x, Builtin.Function function) {
    if (x.isConstant() && function == Builtin.Function.LEN) {
      // The length of a constant string is a constant, and the string stays untyped.
      return x.value() instanceof Constant.Text text
          ? Operand.constant(call, Basic.INT, Constant.of((long) text.latin1().length()))
          : Operand.constant(call, Basic.INT, Constant.UNKNOWN);
    }
    Type under = x.type().underlying();
    if (under instanceof Type.Pointer pointer) {
      under = pointer.element().underlying();
    }
    if (under instanceof Type.Array array && !checker.hasCallOrReceive && !x.isUnknown()) {
      return Operand.constant(
          call, Basic.INT, array.length() < 0 ? Constant.UNKNOWN : Constant.of(array.length()));
    }
    return Operand.value(call, Basic.INT);
  }

  private Operand make(Expr.CallExpr call) {
    List<Expr> exprs = call.arguments();
    if (exprs.isEmpty()) {
      return Operand.unknown(call);
    }
    Type type = checker.types.type(exprs.getFirst());
    for (Expr size : exprs.subList(1, exprs.size())) {
      checker.indexing.position(size);
    }
    return type == Unknown.UNKNOWN ? Operand.unknown(call) : Operand.value(call, type);
  }

  /** {@code new(T)} and, since Go 1.26, {@code new(x)}. */
  private Operand fresh(Expr.CallExpr call) {
    if (call.arguments().isEmpty()) {
      return Operand.unknown(call);
    }
    Operand x = checker.exprs.valueOrType(call.arguments().getFirst(), false);
    if (x.isUnknown()) {
      return Operand.unknown(call);
    }
    Operand typed = x.isType() ? x : checker.assignments.byDefault(x);
    return Operand.value(call, new Type.Pointer(typed.type()));
  }

  private Operand complex(Expr.CallExpr call, Operand first, Operand second) {
    Operand x = first;
    Operand y = second;
    if (x.isUnknown() || y.isUnknown() || x.hasUnknownType() || y.hasUnknownType()) {
      return Operand.unknown(call);
    }
    boolean isFirstUntyped = Kinds.isUntyped(x.type());
    boolean isSecondUntyped = Kinds.isUntyped(y.type());
    if (isFirstUntyped && isSecondUntyped) {
      if (x.isConstant() && y.isConstant()) {
        Constant value =
            Operations.binary(
                Conversions.toFloat(x.value()),
                Token.ADD,
                Conversions.makeImag(Conversions.toFloat(y.value())));
        return Operand.constant(call, Basic.UNTYPED_COMPLEX, value);
      }
      x = checker.conversion.untypedTo(x, Basic.FLOAT64);
      y = checker.conversion.untypedTo(y, Basic.FLOAT64);
    } else if (isFirstUntyped) {
      x = checker.conversion.untypedTo(x, y.type());
    } else if (isSecondUntyped) {
      y = checker.conversion.untypedTo(y, x.type());
    }
    Type result =
        x.type().underlying() instanceof Basic basic
            ? switch (basic) {
              case FLOAT32 -> Basic.COMPLEX64;
              case FLOAT64 -> Basic.COMPLEX128;
              default -> Unknown.UNKNOWN;
            }
            : Unknown.UNKNOWN;
    if (result == Unknown.UNKNOWN) {
      return Operand.unknown(call);
    }
    if (x.isConstant() && y.isConstant()) {
      Constant value =
          Operations.binary(
              Conversions.toFloat(x.value()),
              Token.ADD,
              Conversions.makeImag(Conversions.toFloat(y.value())));
      return Operand.constant(call, result, value);
    }
    return Operand.value(call, result);
  }

  private Operand part(Expr.CallExpr call, Operand operand, Builtin.Function function) {
    Operand x = operand;
    if (x.isUnknown()) {
      return Operand.unknown(call);
    }
    Type type = x.type();
    if (Kinds.isUntyped(type)) {
      if (x.isConstant()) {
        type = Basic.UNTYPED_COMPLEX;
      } else {
        x = checker.conversion.untypedTo(x, Basic.COMPLEX128);
        type = x.type();
      }
    }
    Type result =
        type.underlying() instanceof Basic basic
            ? switch (basic) {
              case COMPLEX64 -> Basic.FLOAT32;
              case COMPLEX128 -> Basic.FLOAT64;
              case UNTYPED_COMPLEX -> Basic.UNTYPED_FLOAT;
              default -> Unknown.UNKNOWN;
            }
            : Unknown.UNKNOWN;
    if (result == Unknown.UNKNOWN) {
      return Operand.unknown(call);
    }
    if (!x.isConstant()) {
      return Operand.value(call, result);
    }
    Constant both = Conversions.toComplex(x.value());
    Constant value =
        function == Builtin.Function.REAL ? Conversions.real(both) : Conversions.imag(both);
    return Operand.constant(call, result, value);
  }

  private Operand extreme(Expr.CallExpr call, List<Operand> args, Builtin.Function function) {
    Operand x = args.getFirst();
    Token operator = function == Builtin.Function.MAX ? Token.GTR : Token.LSS;
    for (Operand next : args.subList(1, args.size())) {
      if (x.isUnknown() || next.isUnknown() || x.hasUnknownType() || next.hasUnknownType()) {
        return Operand.unknown(call);
      }
      Operand[] both = checker.operators.matched(x, next);
      Operand y = both[1];
      x = both[0];
      if (x.isUnknown() || y.isUnknown()) {
        return Operand.unknown(call);
      }
      if (x.isConstant() && y.isConstant()) {
        x = Operations.compare(y.value(), operator, x.value()) ? y : x;
      } else {
        x = x.asValue();
      }
    }
    if (x.isUnknown()) {
      return Operand.unknown(call);
    }
    if (!x.isConstant()) {
      x = checker.assignments.to(x.asValue(), Universe.EMPTY_LITERAL);
    }
    for (Operand argument : args) {
      checker.untyped.setType(argument.expr(), x.type(), true);
    }
    return x.withExpr(call);
  }

  private Operand offset(Expr.CallExpr call) {
    if (call.arguments().isEmpty()
        || !(Exprs.unparen(call.arguments().getFirst()) instanceof Expr.SelectorExpr selector)) {
      call.arguments().forEach(checker.exprs::use);
      return Operand.value(call, Basic.UINTPTR);
    }
    Operand x = checker.exprs.value(selector.x());
    if (x.isUnknown()) {
      return Operand.value(call, Basic.UINTPTR);
    }
    Type base = x.type();
    if (base.underlying() instanceof Type.Pointer pointer
        && pointer.element().underlying() instanceof Struct) {
      base = pointer.element();
    }
    Lookup found = Lookup.of(base, false, checker.pkg(), selector.selected().name());
    if (!(found instanceof Selection selection)) {
      return Operand.value(call, Basic.UINTPTR);
    }
    checker.recorder.symbol(selector.selected(), selection.symbol());
    checker.recorder.selection(selector, selection);
    Mode mode = x.mode() == Mode.VARIABLE ? Mode.VARIABLE : Mode.VALUE;
    checker.record(Operand.of(mode, selector, selection.symbol().type()));
    Optional<Long> bytes = Sizes.offsetOf(base, selection.path());
    return size(call, bytes.map(OptionalLong::of).orElse(OptionalLong.empty()));
  }
}
