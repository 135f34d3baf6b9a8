package dev.tidemark.golang.types;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of types written as a union of terms; every type there is where {@link #isAll()} (go/types,
 * termlist.go).
 */
public record Terms(boolean isAll, List<Type.Term> list) {
  public static final Terms ALL = new Terms(true, List.of());

  public Terms {
    list = List.copyOf(list);
  }

  /** A union, without terms that others of it hold. */
  static Terms of(List<Type.Term> union) {
    List<Type.Term> kept = new ArrayList<>();
    for (int i = 0; i < union.size(); i++) {
      boolean isHeld = false;
      for (int j = 0; j < union.size() && !isHeld; j++) {
        isHeld =
            i != j
                && holds(union.get(j), union.get(i))
                && (j < i || !holds(union.get(i), union.get(j)));
      }
      if (!isHeld) {
        kept.add(union.get(i));
      }
    }
    return new Terms(false, kept);
  }

  /** Whether no type belongs to it. */
  public boolean isEmpty() {
    return !isAll && list.isEmpty();
  }

  Terms intersect(Terms other) {
    if (isAll) {
      return other;
    }
    if (other.isAll) {
      return this;
    }
    List<Type.Term> both = new ArrayList<>();
    for (Type.Term x : list) {
      for (Type.Term y : other.list) {
        if (holds(x, y)) {
          both.add(y);
        } else if (holds(y, x)) {
          both.add(x);
        }
      }
    }
    return of(both);
  }

  static boolean equal(Terms x, Terms y) {
    return x.isWithin(y) && y.isWithin(x);
  }

  boolean isWithin(Terms other) {
    if (other.isAll) {
      return true;
    }
    if (isAll) {
      return false;
    }
    for (Type.Term x : list) {
      boolean isHeld = false;
      for (Type.Term y : other.list) {
        isHeld |= holds(y, x);
      }
      if (!isHeld) {
        return false;
      }
    }
    return true;
  }

  boolean includes(Type type) {
    if (isAll) {
      return true;
    }
    for (Type.Term term : list) {
      if (holds(term, new Type.Term(false, type))) {
        return true;
      }
    }
    return false;
  }

  /** Whether every type of y is one of x. */
  private static boolean holds(Type.Term x, Type.Term y) {
    if (x.isTilde()) {
      return Identity.identical(x.type().underlying(), y.type().underlying());
    }
    return !y.isTilde() && Identity.identical(x.type(), y.type());
  }
}
