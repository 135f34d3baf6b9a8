package dev.tidemark.golang.types;

import java.util.function.BiPredicate;

/** Whether a type implements an interface (go/types, instantiate.go and lookup.go). */
public enum Implementation {
  YES,
  NO,
  /** Something of one of the two could not be read. */
  UNKNOWN;

  /** Whether values of a type can be assigned to an interface, or be arguments for a constraint. */
  public static Implementation of(Type type, Interface face) {
    TypeSet wanted = face.typeSet();
    if (!wanted.isKnown() || type.underlying() instanceof Unknown) {
      return UNKNOWN;
    }
    Implementation methods = ofMethods(type, wanted, Identity::identical);
    if (methods != YES) {
      return methods;
    }
    if (wanted.isComparable() && !Kinds.isComparable(type)) {
      return NO;
    }
    if (wanted.terms().isAll()) {
      return YES;
    }
    if (type.underlying() instanceof Interface own) {
      return own.typeSet().terms().isWithin(wanted.terms()) ? YES : NO;
    }
    return wanted.terms().includes(type) ? YES : NO;
  }

  /**
   * Whether a type has all methods of a set.
   *
   * @param same when two signatures are taken for the same
   */
  public static Implementation ofMethods(Type type, TypeSet wanted, BiPredicate<Type, Type> same) {
    boolean isUnclear = false;
    for (Func method : wanted.methods()) {
      switch (Lookup.of(type, false, method.pkg(), method.name())) {
        case Selection selection -> {
          if (!(selection.symbol() instanceof Func found)
              || !same.test(found.type(), method.type())) {
            return NO;
          }
        }
        case Lookup.Missing _ -> {
          return NO;
        }
        case Lookup.Unclear _ -> isUnclear = true;
      }
    }
    return isUnclear ? UNKNOWN : YES;
  }
}
