package dev.tidemark.golang.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import org.jspecify.annotations.Nullable;

/** How values become values of another type, with and without being asked to. */
final class Conversion {
  private final Checker checker;

  Conversion(Checker checker) {
    this.checker = checker;
  }

  /** What an untyped value becomes where a type is expected. */
  private record Implicit(Type type, @Nullable Constant value) {}

  /** Null if it can't become one (go/types, {@code implicitTypeAndValue}). */
  private static @Nullable Implicit implicit(Operand x, Type target) {
    if (x.isUnknown() || Kinds.isTyped(x.type())) {
      return new Implicit(x.type(), null);
    }
    if (x.isNil() && Kinds.isUnknown(target)) {
      return new Implicit(Basic.UNTYPED_NIL, null);
    }
    if (Kinds.isUntyped(target)) {
      return Kinds.wider(x.type(), target).map(type -> new Implicit(type, null)).orElse(null);
    }
    Basic from = (Basic) x.type();
    return switch (target.underlying()) {
      case Basic basic -> toBasic(x, from, basic, target);
      case Interface face when Kinds.isTypeParam(target) -> {
        if (x.isNil()) {
          yield new Implicit(Basic.UNTYPED_NIL, null);
        }
        boolean fits =
            !face.typeSet().isKnown()
                || Kinds.everyUnderlying(target, under -> implicit(x, under) != null);
        yield fits ? new Implicit(target, null) : null;
      }
      case Interface face -> {
        if (x.isNil()) {
          yield new Implicit(Basic.UNTYPED_NIL, null);
        }
        yield face.typeSet().isAll() || !face.typeSet().isKnown()
            ? new Implicit(Kinds.defaultType(x.type()), null)
            : null;
      }
      case Type.Pointer _, Signature _, Type.Slice _, Type.Map _, Type.Chan _ ->
          x.isNil() ? new Implicit(Basic.UNTYPED_NIL, null) : null;
      case Unknown _ -> new Implicit(Unknown.UNKNOWN, null);
      default -> null;
    };
  }

  private static @Nullable Implicit toBasic(Operand x, Basic from, Basic basic, Type target) {
    if (x.isConstant()) {
      Constant represented = Representable.as(x.value(), basic);
      return represented == null ? null : new Implicit(target, represented);
    }
    boolean fits =
        switch (from) {
          case UNTYPED_BOOL -> basic.isBoolean();
          case UNTYPED_STRING -> basic.isString();
          case UNTYPED_NIL -> basic == Basic.UNSAFE_POINTER;
          default -> basic.isNumeric();
        };
    if (!fits) {
      return null;
    }
    return new Implicit(from == Basic.UNTYPED_NIL ? Basic.UNTYPED_NIL : target, null);
  }

  /** The operand as an untyped value becomes where a type is expected; unknown if it can't. */
  Operand untypedTo(Operand x, Type target) {
    Implicit implicit = implicit(x, target);
    if (implicit == null) {
      return Operand.unknown(x.expr());
    }
    Operand converted = x;
    if (implicit.value() != null) {
      converted = converted.withValue(implicit.value());
      checker.untyped.setValue(x.expr(), implicit.value());
    }
    if (implicit.type() != x.type()) {
      converted = converted.withType(implicit.type());
      checker.untyped.setType(x.expr(), implicit.type(), false);
    }
    return converted;
  }

  /** {@code T(x)}. */
  Operand explicit(Operand x, Type target) {
    boolean isConstant = x.isConstant() && Kinds.isConstant(target);
    Operand converted = x.isConstant() && !isConstant ? x.asValue() : x;
    if (isConstant && target.underlying() instanceof Basic basic) {
      Constant value = Representable.as(x.value(), basic);
      if (value == null && Kinds.isInteger(x.type()) && basic.isString()) {
        value = rune(x.value());
      }
      converted = x.withValue(value == null ? Constant.UNKNOWN : value);
    } else if (!x.isConstant()) {
      converted = x.asValue();
    }
    if (Kinds.isUntyped(x.type())) {
      Type last = target;
      boolean isOfDefaultType =
          Kinds.isInterface(target) && !Kinds.isTypeParam(target)
              || x.isConstant() && !Kinds.isConstant(target)
              || x.isNil();
      if (Kinds.isUnknown(target) && !x.isNil()) {
        last = Unknown.UNKNOWN;
      } else if (isOfDefaultType) {
        last = Kinds.defaultType(x.type());
      } else if (isConstant && Kinds.isInteger(x.type()) && Kinds.isString(target)) {
        last = x.type();
      }
      checker.untyped.setType(x.expr(), last, true);
    }
    Mode mode = isConstant ? Mode.CONSTANT : Mode.VALUE;
    Constant value = isConstant ? converted.value() : Constant.UNKNOWN;
    return new Operand(mode, x.expr(), target, value, x.builtin());
  }

  /** The text of one code point. */
  private static Constant rune(Constant value) {
    long code = value instanceof Constant.Int whole ? Conversions.asLong(whole).orElse(-1) : -1;
    boolean isValid = code >= 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    String text = Character.toString(isValid ? (int) code : 0xFFFD);
    byte[] bytes = text.getBytes(UTF_8);
    return Constant.text(new String(bytes, ISO_8859_1));
  }
}
