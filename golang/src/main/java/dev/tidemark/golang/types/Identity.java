package dev.tidemark.golang.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** When two types are the same (go/types, predicates.go, {@code Identical}). */
public final class Identity {
  private Identity() {}

  public static boolean identical(Type x, Type y) {
    return identical(x, y, null);
  }

  /** Pairs of interfaces that are being compared further up: they are taken for the same. */
  private record Pair(Interface x, Interface y, @Nullable Pair up) {
    boolean has(Interface a, Interface b) {
      for (Pair pair = this; pair != null; pair = pair.up) {
        if (pair.x == a && pair.y == b || pair.x == b && pair.y == a) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean identical(Type first, Type second, @Nullable Pair pairs) {
    if (first == second) {
      return true;
    }
    Type x = first.unalias();
    Type y = second.unalias();
    if (x == y) {
      return true;
    }
    return switch (x) {
      case Basic basic -> y instanceof Basic other && basic.canonical() == other.canonical();
      case Unknown unknown ->
          y instanceof Unknown other && unknown.isNamed() && same(unknown, other);
      case Type.Pointer pointer ->
          y instanceof Type.Pointer other && identical(pointer.element(), other.element(), pairs);
      case Type.Slice slice ->
          y instanceof Type.Slice other && identical(slice.element(), other.element(), pairs);
      case Type.Array array ->
          y instanceof Type.Array other
              && (array.length() < 0 || other.length() < 0 || array.length() == other.length())
              && identical(array.element(), other.element(), pairs);
      case Type.Map map ->
          y instanceof Type.Map other
              && identical(map.key(), other.key(), pairs)
              && identical(map.element(), other.element(), pairs);
      case Type.Chan chan ->
          y instanceof Type.Chan other
              && chan.direction() == other.direction()
              && identical(chan.element(), other.element(), pairs);
      case Type.Tuple tuple ->
          y instanceof Type.Tuple other && sameTypes(tuple.vars(), other.vars(), pairs);
      case Type.Union union ->
          y instanceof Type.Union other
              && Terms.equal(Terms.of(union.terms()), Terms.of(other.terms()));
      case Struct struct -> y instanceof Struct other && sameFields(struct, other, pairs);
      case Signature signature ->
          y instanceof Signature other && sameSignatures(signature, other, pairs);
      case Interface face -> y instanceof Interface other && sameInterfaces(face, other, pairs);
      case Named named -> y instanceof Named other && sameInstances(named, other, pairs);
      case TypeParam _, Alias _ -> false;
    };
  }

  private static boolean same(Unknown x, Unknown y) {
    return x.path().equals(y.path())
        && x.name().equals(y.name())
        && all(x.arguments(), y.arguments(), null);
  }

  private static boolean sameInstances(Named x, Named y, @Nullable Pair pairs) {
    if (x.arguments().isEmpty() || y.arguments().isEmpty()) {
      return false;
    }
    return x.origin() == y.origin() && all(x.arguments(), y.arguments(), pairs);
  }

  private static boolean all(List<Type> x, List<Type> y, @Nullable Pair pairs) {
    if (x.size() != y.size()) {
      return false;
    }
    for (int i = 0; i < x.size(); i++) {
      if (!identical(x.get(i), y.get(i), pairs)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameTypes(List<Var> x, List<Var> y, @Nullable Pair pairs) {
    if (x.size() != y.size()) {
      return false;
    }
    for (int i = 0; i < x.size(); i++) {
      if (!identical(x.get(i).type(), y.get(i).type(), pairs)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameFields(Struct x, Struct y, @Nullable Pair pairs) {
    if (x.fields().size() != y.fields().size()) {
      return false;
    }
    for (int i = 0; i < x.fields().size(); i++) {
      Var field = x.fields().get(i);
      Var other = y.fields().get(i);
      if (field.isEmbedded() != other.isEmbedded()
          || !x.tags().get(i).equals(y.tags().get(i))
          || !other.hasName(field.pkg(), field.name())
          || !identical(field.type(), other.type(), pairs)) {
        return false;
      }
    }
    return true;
  }

  /** Type parameters of generic functions are the same by their place. */
  private static boolean sameSignatures(Signature x, Signature other, @Nullable Pair pairs) {
    Signature y = other;
    if (x.typeParams().size() != y.typeParams().size() || x.isVariadic() != y.isVariadic()) {
      return false;
    }
    if (x.isGeneric()) {
      Substitution renaming = Substitution.of(y.typeParams(), List.<Type>copyOf(x.typeParams()));
      for (int i = 0; i < x.typeParams().size(); i++) {
        Type constraint = renaming.apply(y.typeParams().get(i).constraint());
        if (!identical(x.typeParams().get(i).constraint(), constraint, pairs)) {
          return false;
        }
      }
      y = (Signature) renaming.apply(y.instantiated());
    }
    return sameTypes(x.params(), y.params(), pairs) && sameTypes(x.results(), y.results(), pairs);
  }

  private static boolean sameInterfaces(Interface x, Interface y, @Nullable Pair pairs) {
    TypeSet xset = x.typeSet();
    TypeSet yset = y.typeSet();
    if (!xset.isKnown() || !yset.isKnown()) {
      return false;
    }
    if (xset.isComparable() != yset.isComparable()
        || !Terms.equal(xset.terms(), yset.terms())
        || xset.methods().size() != yset.methods().size()) {
      return false;
    }
    if (pairs != null && pairs.has(x, y)) {
      return true;
    }
    Pair inside = new Pair(x, y, pairs);
    for (int i = 0; i < xset.methods().size(); i++) {
      Func method = xset.methods().get(i);
      Func other = yset.methods().get(i);
      if (!other.hasName(method.pkg(), method.name())
          || !identical(method.type(), other.type(), inside)) {
        return false;
      }
    }
    return true;
  }
}
