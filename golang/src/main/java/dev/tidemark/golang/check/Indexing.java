package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Identity;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeParam;
import dev.tidemark.golang.types.Unknown;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Elements, slices and instances (go/types, index.go). */
final class Indexing {
  private final Checker checker;

  Indexing(Checker checker) {
    this.checker = checker;
  }

  /**
   * @param target what a generic function is assigned to
   */
  Operand index(Indexed index, @Nullable Type target) {
    Operand x = checker.exprs.valueOrType(index.x(), true);
    if (isGenericFunction(x)) {
      List<Type> arguments = checker.types.list(index.indices());
      return checker.calls.instantiatedFor(
          x.withExpr(index.expr()), (Signature) x.type().underlying(), arguments, target);
    }
    return element(index, x);
  }

  static boolean isGenericFunction(Operand x) {
    return x.mode() == Mode.VALUE
        && x.type().underlying() instanceof Signature signature
        && signature.isGeneric();
  }

  /** An element of what is no generic function, or an instance of a generic type. */
  Operand element(Indexed index, Operand x) {
    Expr expr = index.expr();
    if (x.isUnknown()) {
      index.indices().forEach(this::unsettled);
      return Operand.unknown(expr);
    }
    if (x.isType()) {
      return Operand.of(Mode.TYPE, expr, checker.types.type(expr));
    }
    Expr at = index.indices().getFirst();
    return switch (x.type().underlying()) {
      case Basic basic when basic.isString() -> at(at, Operand.value(expr, Basic.BYTE));
      case Type.Array array ->
          at(
              at,
              Operand.of(
                  x.mode() == Mode.VARIABLE ? Mode.VARIABLE : Mode.VALUE, expr, array.element()));
      case Type.Pointer pointer when pointer.element().underlying() instanceof Type.Array array ->
          at(at, Operand.of(Mode.VARIABLE, expr, array.element()));
      case Type.Slice slice -> at(at, Operand.of(Mode.VARIABLE, expr, slice.element()));
      case Type.Map map -> entry(at, expr, map);
      case Unknown _ -> {
        // A key of a map, or the index of an element: nothing is known of its type.
        unsettled(at);
        yield Operand.unknown(expr);
      }
      default ->
          x.type().unalias() instanceof TypeParam ? ofTypeParam(at, expr, x) : unusable(at, expr);
    };
  }

  private Operand unusable(Expr at, Expr expr) {
    checker.exprs.use(at);
    return Operand.unknown(expr);
  }

  private void unsettled(Expr at) {
    Operand x = checker.exprs.value(at);
    if (!x.isUnknown() && Kinds.isUntyped(x.type()) && !x.isNil()) {
      checker.untyped.setType(at, Unknown.UNKNOWN, true);
    }
  }

  private Operand at(Expr at, Operand element) {
    position(at);
    return element;
  }

  private Operand entry(Expr at, Expr expr, Type.Map map) {
    checker.assignments.to(checker.exprs.value(at), map.key());
    return Operand.of(Mode.MAP_INDEX, expr, map.element());
  }

  /** All types of the set must have the same elements. */
  private Operand ofTypeParam(Expr at, Expr expr, Operand x) {
    Type.Map[] map = new Type.Map[1];
    Type[] element = new Type[1];
    boolean[] isVariable = {true};
    boolean isIndexed =
        Kinds.everyUnderlying(
            x.type(),
            under -> {
              Type here =
                  switch (under) {
                    case Basic basic when basic.isString() -> {
                      isVariable[0] = false;
                      yield Basic.BYTE;
                    }
                    case Type.Array array -> {
                      isVariable[0] &= x.mode() == Mode.VARIABLE;
                      yield array.element();
                    }
                    case Type.Pointer pointer
                        when pointer.element().underlying() instanceof Type.Array array ->
                        array.element();
                    case Type.Slice slice -> slice.element();
                    case Type.Map keyed -> {
                      map[0] = keyed;
                      yield keyed.element();
                    }
                    default -> Unknown.UNKNOWN;
                  };
              boolean isSame = element[0] == null || Identity.identical(element[0], here);
              element[0] = here;
              return isSame && here != Unknown.UNKNOWN;
            });
    if (!isIndexed) {
      return unusable(at, expr);
    }
    if (map[0] != null) {
      return entry(at, expr, map[0]);
    }
    return at(at, Operand.of(isVariable[0] ? Mode.VARIABLE : Mode.VALUE, expr, element[0]));
  }

  /** An index or size: an integer; an untyped one becomes an int. The value, or -1. */
  long position(Expr at) {
    if (at.isNone()) {
      return -1;
    }
    Operand x = checker.exprs.value(at);
    if (x.isUnknown()) {
      return -1;
    }
    x = checker.conversion.untypedTo(x, Basic.INT);
    return x.isConstant() && Conversions.toInt(x.value()) instanceof Constant.Int whole
        ? Conversions.asLong(whole).orElse(-1)
        : -1;
  }

  Operand slice(Expr.SliceExpr slice) {
    Operand x = checker.exprs.value(slice.x());
    Type sliced = x.isUnknown() ? Unknown.UNKNOWN : sliced(x);
    position(slice.low());
    position(slice.high());
    position(slice.max());
    return sliced == Unknown.UNKNOWN ? Operand.unknown(slice) : Operand.value(slice, sliced);
  }

  private static Type sliced(Operand x) {
    Optional<Type> common = Kinds.commonUnderlying(x.type());
    if (common.isEmpty()) {
      // Bytes and strings in one set: the result is as the operand.
      return Kinds.everyUnderlying(x.type(), Indexing::isText) ? x.type() : Unknown.UNKNOWN;
    }
    return switch (common.get()) {
      case Basic basic when basic.isString() -> basic.isUntyped() ? Basic.STRING : x.type();
      case Type.Array array -> new Type.Slice(array.element());
      case Type.Pointer pointer when pointer.element().underlying() instanceof Type.Array array ->
          new Type.Slice(array.element());
      case Type.Slice _ -> x.type();
      default -> Unknown.UNKNOWN;
    };
  }

  private static boolean isText(Type type) {
    return type instanceof Basic basic && basic.isString()
        || type instanceof Type.Slice slice
            && slice.element().underlying() instanceof Basic element
            && element.canonical() == Basic.UINT8;
  }
}
