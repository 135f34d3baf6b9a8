package dev.tidemark.golang.check;

import dev.tidemark.golang.types.Alias;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Identity;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Lookup;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Selection;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeParam;
import dev.tidemark.golang.types.TypeSet;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds types for type parameters that make two types the same ("Type unification" of the
 * specification; go/types, unify.go). What is unknown fits everything and says nothing.
 */
final class Unifier {
  /** An argument is passed: the outermost types need not be the same, those within do. */
  static final int ASSIGN = 1;

  /** Types must be identical, not only made of the same. */
  static final int EXACT = 2;

  /** go/types, {@code unificationDepthLimit}. */
  private static final int DEEPEST = 50;

  private final List<TypeParam> params;

  /** Where the type of each parameter is kept: joined parameters share one place. */
  private final int[] places;

  private final List<@Nullable Type> found;
  private int depth;

  Unifier(List<TypeParam> params, List<@Nullable Type> known) {
    this.params = params;
    this.places = new int[params.size()];
    this.found = new ArrayList<>(known);
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
  }

  @Nullable Type at(TypeParam param) {
    return found.get(places[params.indexOf(param)]);
  }

  void set(TypeParam param, Type type) {
    found.set(places[params.indexOf(param)], type);
  }

  /** How many parameters have no type yet. */
  int unknown() {
    int count = 0;
    for (int place : places) {
      count += found.get(place) == null ? 1 : 0;
    }
    return count;
  }

  boolean unify(Type x, Type y, int mode) {
    if (depth >= DEEPEST) {
      return false;
    }
    depth++;
    try {
      return unified(x, y, mode);
    } finally {
      depth--;
    }
  }

  private @Nullable TypeParam bound(Type type) {
    return type.unalias() instanceof TypeParam param && params.contains(param) ? param : null;
  }

  private static boolean isNamed(Type type) {
    return type.unalias() instanceof Named;
  }

  private static @Nullable Interface asInterface(Type type) {
    return !(type.unalias() instanceof TypeParam) && type.underlying() instanceof Interface face
        ? face
        : null;
  }

  private boolean unified(Type first, Type second, int mode) {
    Type x = first;
    Type y = second;
    if (x == y || x.unalias() == y.unalias()) {
      return true;
    }
    // A type parameter, or else a type without name, is on the left.
    if (isNamed(x) || bound(y) != null) {
      Type swapped = x;
      x = y;
      y = swapped;
    }
    if ((mode & EXACT) == 0
        && isNamed(y)
        && isLiteral(x)
        && !(x.underlying() instanceof Interface)) {
      y = y.underlying();
      if (x == y) {
        return true;
      }
    }
    TypeParam px = bound(x);
    TypeParam py = bound(y);
    if (px != null && py != null) {
      Type knownX = at(px);
      Type knownY = at(py);
      if (knownX != null && knownY != null) {
        return places[params.indexOf(px)] == places[params.indexOf(py)]
            || unify(knownX, knownY, mode);
      }
      join(px, py);
      return true;
    }
    if (px != null) {
      return ofParam(px, y, mode);
    }
    if (x.unalias() instanceof Unknown || y.unalias() instanceof Unknown) {
      return true;
    }
    if ((mode & EXACT) == 0) {
      Interface faceX = asInterface(x);
      Interface faceY = asInterface(y);
      if (faceX != null && faceY != null) {
        return interfaces(faceX, faceY);
      }
      if (faceX != null) {
        return methods(faceX, y);
      }
      if (faceY != null) {
        return methods(faceY, x);
      }
    }
    if (y.unalias() instanceof TypeParam) {
      Type swapped = x;
      x = y;
      y = swapped;
    }
    return structure(x.unalias(), y.unalias(), mode);
  }

  /** Whether it is written out, rather than a name: neither defined nor a parameter. */
  private static boolean isLiteral(Type type) {
    return switch (type.unalias()) {
      case Named _, TypeParam _, Alias _ -> false;
      case Basic _,
          Interface _,
          Struct _,
          Signature _,
          Unknown _,
          Type.Pointer _,
          Type.Slice _,
          Type.Array _,
          Type.Map _,
          Type.Chan _,
          Type.Tuple _,
          Type.Union _ ->
          true;
    };
  }

  private void join(TypeParam x, TypeParam y) {
    int placeX = places[params.indexOf(x)];
    int placeY = places[params.indexOf(y)];
    int kept = found.get(placeX) != null ? placeX : placeY;
    int left = kept == placeX ? placeY : placeX;
    for (int i = 0; i < places.length; i++) {
      if (places[i] == left) {
        places[i] = kept;
      }
    }
  }

  private boolean ofParam(TypeParam param, Type y, int mode) {
    Type known = at(param);
    if (known == null) {
      if (y.unalias() == Unknown.UNKNOWN) {
        return true;
      }
      set(param, y);
      return true;
    }
    if (!unify(known, y, mode)) {
      return false;
    }
    Interface faceX = asInterface(known);
    Interface faceY = asInterface(y);
    boolean isNamedX = isNamed(known);
    boolean isNamedY = isNamed(y);
    if (faceX != null && faceY != null) {
      if (isNamedX && isNamedY) {
        return Identity.identical(known, y);
      }
      if (faceX.typeSet().methods().size() != faceY.typeSet().methods().size()) {
        return false;
      }
    } else if (faceX != null || faceY != null) {
      return false;
    }
    if ((mode & EXACT) == 0 && !isNamedX) {
      // The more specific one is kept: a defined type, a channel of one direction.
      boolean isDirected =
          y.underlying() instanceof Type.Chan chan && chan.direction() != Type.Direction.BOTH;
      if (isNamedY || isDirected) {
        set(param, y);
      }
    }
    return true;
  }

  private boolean interfaces(Interface x, Interface y) {
    TypeSet xset = x.typeSet();
    TypeSet yset = y.typeSet();
    if (xset.isComparable() != yset.isComparable()) {
      return false;
    }
    TypeSet fewer = xset.methods().size() <= yset.methods().size() ? xset : yset;
    TypeSet more = fewer == xset ? yset : xset;
    for (Func method : fewer.methods()) {
      Optional<Func> other = more.method(method.pkg(), method.name());
      if (other.isEmpty() || !unify(method.signature(), other.get().signature(), EXACT)) {
        return false;
      }
    }
    return true;
  }

  private boolean methods(Interface face, Type type) {
    for (Func method : face.typeSet().methods()) {
      switch (Lookup.of(type, false, method.pkg(), method.name())) {
        case Selection selection -> {
          if (!(selection.symbol() instanceof Func found)
              || !unify(method.signature(), found.signature(), EXACT)) {
            return false;
          }
        }
        case Lookup.Missing _ -> {
          return false;
        }
        case Lookup.Unclear _ -> {}
      }
    }
    return true;
  }

  private boolean structure(Type x, Type y, int mode) {
    int within = (mode & ASSIGN) != 0 ? mode | EXACT : mode;
    return switch (x) {
      case Basic basic -> y instanceof Basic other && basic.canonical() == other.canonical();
      case Type.Pointer pointer ->
          y instanceof Type.Pointer other && unify(pointer.element(), other.element(), within);
      case Type.Slice slice ->
          y instanceof Type.Slice other && unify(slice.element(), other.element(), within);
      case Type.Array array ->
          y instanceof Type.Array other
              && (array.length() < 0 || other.length() < 0 || array.length() == other.length())
              && unify(array.element(), other.element(), within);
      case Type.Map map ->
          y instanceof Type.Map other
              && unify(map.key(), other.key(), within)
              && unify(map.element(), other.element(), within);
      case Type.Chan chan ->
          y instanceof Type.Chan other
              && ((mode & EXACT) == 0 || chan.direction() == other.direction())
              && unify(chan.element(), other.element(), within);
      case Struct struct -> y instanceof Struct other && fields(struct, other, within);
      case Signature signature ->
          y instanceof Signature other
              && signature.isVariadic() == other.isVariadic()
              && vars(signature.params(), other.params(), within)
              && vars(signature.results(), other.results(), within);
      case Type.Tuple tuple ->
          y instanceof Type.Tuple other && vars(tuple.vars(), other.vars(), mode);
      case Interface face -> y instanceof Interface other && sameMethods(face, other);
      case Named named -> y instanceof Named other && instances(named, other, mode);
      case TypeParam param -> {
        Optional<Type> core = Kinds.commonUnderlying(param);
        yield core.isPresent() && unify(core.get(), y, ASSIGN);
      }
      case Alias _, Unknown _, Type.Union _ -> false;
    };
  }

  private boolean sameMethods(Interface x, Interface y) {
    List<Func> xmethods = x.typeSet().methods();
    List<Func> ymethods = y.typeSet().methods();
    if (xmethods.size() != ymethods.size()) {
      return false;
    }
    for (int i = 0; i < xmethods.size(); i++) {
      Func method = xmethods.get(i);
      Func other = ymethods.get(i);
      if (!other.hasName(method.pkg(), method.name())
          || !unify(method.signature(), other.signature(), EXACT)) {
        return false;
      }
    }
    return true;
  }

  private boolean instances(Named x, Named y, int mode) {
    if (x.origin() != y.origin() || x.arguments().size() != y.arguments().size()) {
      return false;
    }
    for (int i = 0; i < x.arguments().size(); i++) {
      if (!unify(x.arguments().get(i), y.arguments().get(i), mode)) {
        return false;
      }
    }
    return true;
  }

  private boolean vars(List<Var> x, List<Var> y, int mode) {
    if (x.size() != y.size()) {
      return false;
    }
    for (int i = 0; i < x.size(); i++) {
      if (!unify(x.get(i).type(), y.get(i).type(), mode)) {
        return false;
      }
    }
    return true;
  }

  private boolean fields(Struct x, Struct y, int mode) {
    if (x.fields().size() != y.fields().size()) {
      return false;
    }
    for (int i = 0; i < x.fields().size(); i++) {
      Var field = x.fields().get(i);
      Var other = y.fields().get(i);
      if (field.isEmbedded() != other.isEmbedded()
          || !x.tags().get(i).equals(y.tags().get(i))
          || !other.hasName(field.pkg(), field.name())
          || !unify(field.type(), other.type(), mode)) {
        return false;
      }
    }
    return true;
  }
}
