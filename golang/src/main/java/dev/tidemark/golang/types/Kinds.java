package dev.tidemark.golang.types;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What kind of type a type is: questions that operators, conversions and built-in functions ask
 * (go/types, predicates.go and under.go). Of a type parameter the answer must hold for every type
 * of its set.
 */
public final class Kinds {
  private Kinds() {}

  public static boolean isUnknown(Type type) {
    return type.underlying() instanceof Unknown;
  }

  /** Whether it is the predeclared {@code error}. */
  public static boolean isError(Type type) {
    return type.unalias() instanceof Named named
        && named.symbol().name().equals("error")
        && named.symbol().pkg().path().isEmpty();
  }

  public static boolean isTypeParam(Type type) {
    return type.unalias() instanceof TypeParam;
  }

  /** Whether it has a type at all, other than constants and nil by themselves. */
  public static boolean isTyped(Type type) {
    return !(type instanceof Basic basic && basic.isUntyped());
  }

  public static boolean isUntyped(Type type) {
    return !isTyped(type);
  }

  public static boolean isUntypedNumeric(Type type) {
    return type instanceof Basic basic && basic.isUntyped() && basic.isNumeric();
  }

  public static boolean isBoolean(Type type) {
    return all(type, Basic::isBoolean);
  }

  public static boolean isNumeric(Type type) {
    return all(type, Basic::isNumeric);
  }

  public static boolean isInteger(Type type) {
    return all(type, Basic::isInteger);
  }

  public static boolean isUnsigned(Type type) {
    return all(type, Basic::isUnsigned);
  }

  public static boolean isString(Type type) {
    return all(type, Basic::isString);
  }

  /** Whether a method is one of an interface, of whose methods most have no receiver. */
  public static boolean isOfInterface(Func method) {
    List<Var> receiver = method.signature().receiver();
    return receiver.isEmpty() || receiver.getFirst().type().underlying() instanceof Interface;
  }

  /** A type that a constant may have: boolean, numeric or string, and no type parameter. */
  public static boolean isConstant(Type type) {
    return !isTypeParam(type)
        && type.underlying() instanceof Basic basic
        && (basic.isBoolean() || basic.isNumeric() || basic.isString());
  }

  public static boolean isInterface(Type type) {
    return type.underlying() instanceof Interface;
  }

  public static boolean isPointer(Type type) {
    return type.underlying() instanceof Type.Pointer;
  }

  private static boolean all(Type type, Predicate<Basic> has) {
    return everyUnderlying(type, under -> under instanceof Basic basic && has.test(basic));
  }

  /**
   * Whether something holds for what each type of a set is made of; false where there is no set.
   */
  public static boolean everyUnderlying(Type type, Predicate<Type> holds) {
    if (!(type.unalias() instanceof TypeParam parameter)) {
      return holds.test(type.underlying());
    }
    List<Type> set = underlyingTypes(parameter);
    if (set.isEmpty()) {
      return false;
    }
    for (Type member : set) {
      if (!holds.test(member)) {
        return false;
      }
    }
    return true;
  }

  private static List<Type> underlyingTypes(TypeParam parameter) {
    TypeSet set = parameter.typeSet();
    if (!set.hasTerms()) {
      return List.of();
    }
    return set.terms().list().stream().map(term -> term.type().underlying()).toList();
  }

  /**
   * What all types of a set are made of, where that is one type; channels may differ in direction,
   * and the narrower one is taken (go/types, {@code commonUnder}).
   */
  public static Optional<Type> commonUnderlying(Type type) {
    if (!(type.unalias() instanceof TypeParam parameter)) {
      return Optional.of(type.underlying());
    }
    Type common = null;
    for (Type member : underlyingTypes(parameter)) {
      if (common == null || Identity.identical(common, member)) {
        common = member;
      } else if (common instanceof Type.Chan one
          && member instanceof Type.Chan other
          && Identity.identical(one.element(), other.element())
          && (one.direction() == Type.Direction.BOTH || other.direction() == Type.Direction.BOTH)) {
        common = one.direction() == Type.Direction.BOTH ? other : one;
      } else {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(common);
  }

  /** Whether nil may be assigned to it. */
  public static boolean hasNil(Type type) {
    return everyUnderlying(
        type,
        under ->
            switch (under) {
              case Basic basic -> basic == Basic.UNSAFE_POINTER || basic == Basic.UNTYPED_NIL;
              case Type.Slice _,
                  Type.Pointer _,
                  Signature _,
                  Type.Map _,
                  Type.Chan _,
                  Interface _,
                  Unknown _ ->
                  true;
              case Named _,
                  Alias _,
                  TypeParam _,
                  Struct _,
                  Type.Array _,
                  Type.Tuple _,
                  Type.Union _ ->
                  false;
            });
  }

  /** What an untyped value becomes by itself. */
  public static Type defaultType(Type type) {
    return type instanceof Basic basic ? basic.defaultType() : type;
  }

  /** The wider of two untyped numeric types, or their type if it is one and the same. */
  public static Optional<Type> wider(Type x, Type y) {
    if (x == y) {
      return Optional.of(x);
    }
    if (isUntypedNumeric(x) && isUntypedNumeric(y)) {
      return Optional.of(((Basic) x).ordinal() > ((Basic) y).ordinal() ? x : y);
    }
    return Optional.empty();
  }

  /** Whether its values can be compared with {@code ==}; unknown ones may. */
  public static boolean isComparable(Type type) {
    return isComparable(type, 0);
  }

  private static boolean isComparable(Type type, int depth) {
    if (depth > 100) {
      return true;
    }
    if (type.unalias() instanceof TypeParam parameter) {
      TypeSet set = parameter.typeSet();
      return set.isComparable()
          || !set.isKnown()
          || set.hasTerms() && everyUnderlying(type, under -> isComparable(under, depth + 1));
    }
    return switch (type.underlying()) {
      case Basic basic -> basic != Basic.UNTYPED_NIL;
      case Type.Pointer _, Type.Chan _, Interface _, Unknown _ -> true;
      case Type.Array array -> isComparable(array.element(), depth + 1);
      case Struct struct -> {
        for (Var field : struct.fields()) {
          if (!isComparable(field.type(), depth + 1)) {
            yield false;
          }
        }
        yield true;
      }
      case Named _,
          Alias _,
          TypeParam _,
          Signature _,
          Type.Slice _,
          Type.Map _,
          Type.Tuple _,
          Type.Union _ ->
          false;
    };
  }
}
