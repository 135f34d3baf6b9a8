package dev.tidemark.golang.check;

import dev.tidemark.golang.types.Alias;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeParam;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Whether types are made of some type parameters. */
final class Mention {
  private final List<TypeParam> params;
  private final Set<Type> inside = Collections.newSetFromMap(new IdentityHashMap<>());

  Mention(List<TypeParam> params) {
    this.params = params;
  }

  boolean in(Type type) {
    return switch (type) {
      case Basic _ -> false;
      case TypeParam param -> params.contains(param);
      case Type.Pointer pointer -> in(pointer.element());
      case Type.Slice slice -> in(slice.element());
      case Type.Array array -> in(array.element());
      case Type.Map map -> in(map.key()) || in(map.element());
      case Type.Chan chan -> in(chan.element());
      case Type.Tuple tuple -> inVars(tuple.vars());
      case Type.Union union -> union.terms().stream().anyMatch(term -> in(term.type()));
      case Struct struct -> inVars(struct.fields());
      case Signature signature -> inVars(signature.params()) || inVars(signature.results());
      case Interface face -> inFace(face);
      case Named named -> inAll(named.arguments());
      case Alias alias -> in(alias.unalias());
      case Unknown unknown -> inAll(unknown.arguments());
    };
  }

  private boolean inFace(Interface face) {
    if (!inside.add(face)) {
      return false;
    }
    boolean isFound = false;
    for (Func method : face.methods()) {
      isFound |= in(method.signature());
    }
    isFound |= inAll(face.embedded());
    inside.remove(face);
    return isFound;
  }

  private boolean inAll(List<Type> types) {
    for (Type type : types) {
      if (in(type)) {
        return true;
      }
    }
    return false;
  }

  private boolean inVars(List<Var> vars) {
    for (Var variable : vars) {
      if (in(variable.type())) {
        return true;
      }
    }
    return false;
  }
}
