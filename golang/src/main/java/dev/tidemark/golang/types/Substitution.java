package dev.tidemark.golang.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Types put in the place of type parameters (go/types, subst.go). */
public final class Substitution {
  private final List<TypeParam> parameters;
  private final List<? extends Type> arguments;

  private Substitution(List<TypeParam> parameters, List<? extends Type> arguments) {
    this.parameters = parameters;
    this.arguments = arguments;
  }

  /** Parameters beyond the arguments stay as they are. */
  public static Substitution of(List<TypeParam> parameters, List<? extends Type> arguments) {
    return new Substitution(parameters, arguments);
  }

  /** The type itself where nothing of it is replaced. */
  public Type apply(Type type) {
    return parameters.isEmpty() ? type : replace(type);
  }

  private Type replace(Type type) {
    return switch (type) {
      case Basic basic -> basic;
      case Unknown unknown -> {
        List<Type> replaced = all(unknown.arguments(), this::replace);
        yield replaced == unknown.arguments()
            ? unknown
            : new Unknown(unknown.path(), unknown.name(), replaced);
      }
      case TypeParam parameter -> parameter(parameter);
      case Type.Pointer pointer -> {
        Type element = replace(pointer.element());
        yield element == pointer.element() ? pointer : new Type.Pointer(element);
      }
      case Type.Slice slice -> {
        Type element = replace(slice.element());
        yield element == slice.element() ? slice : new Type.Slice(element);
      }
      case Type.Array array -> {
        Type element = replace(array.element());
        yield element == array.element() ? array : new Type.Array(array.length(), element);
      }
      case Type.Map map -> {
        Type key = replace(map.key());
        Type element = replace(map.element());
        yield key == map.key() && element == map.element() ? map : new Type.Map(key, element);
      }
      case Type.Chan chan -> {
        Type element = replace(chan.element());
        yield element == chan.element() ? chan : new Type.Chan(chan.direction(), element);
      }
      case Type.Tuple tuple -> {
        List<Var> vars = all(tuple.vars(), this::variable);
        yield vars == tuple.vars() ? tuple : new Type.Tuple(vars);
      }
      case Type.Union union -> {
        List<Type.Term> terms = all(union.terms(), this::term);
        yield terms == union.terms() ? union : new Type.Union(terms);
      }
      case Struct struct -> {
        List<Var> fields = all(struct.fields(), this::variable);
        yield fields == struct.fields() ? struct : new Struct(fields, struct.tags());
      }
      case Signature signature -> signature(signature);
      case Interface face -> face(face);
      case Named named -> {
        List<Type> replaced = all(named.arguments(), this::replace);
        yield replaced == named.arguments() ? named : named.instantiate(replaced);
      }
      case Alias alias -> {
        List<Type> replaced = all(alias.arguments(), this::replace);
        yield replaced == alias.arguments() ? alias : alias.instantiate(replaced);
      }
    };
  }

  private Type parameter(TypeParam parameter) {
    for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
      if (parameters.get(i) == parameter) {
        return arguments.get(i);
      }
    }
    return parameter;
  }

  private Type.Term term(Type.Term term) {
    Type type = replace(term.type());
    return type == term.type() ? term : new Type.Term(term.isTilde(), type);
  }

  private Var variable(Var variable) {
    Type type = variable.type();
    Type replaced = replace(type);
    return replaced == type ? variable : variable.withType(Lazy.of(replaced));
  }

  private Signature signature(Signature signature) {
    List<Var> params = all(signature.params(), this::variable);
    List<Var> results = all(signature.results(), this::variable);
    if (params == signature.params() && results == signature.results()) {
      return signature;
    }
    return new Signature(
        signature.receiver(),
        signature.receiverTypeParams(),
        signature.typeParams(),
        params,
        results,
        signature.isVariadic());
  }

  private Interface face(Interface face) {
    List<Func> methods = all(face.methods(), this::method);
    List<Type> embedded = all(face.embedded(), this::replace);
    if (methods == face.methods() && embedded == face.embedded()) {
      return face;
    }
    return new Interface(face.resolution(), methods, embedded, face.isImplicit());
  }

  private Func method(Func method) {
    Signature signature = method.signature();
    Signature replaced = signature(signature);
    return replaced == signature ? method : method.withSignature(Lazy.of(replaced));
  }

  /** The list itself where no element of it changes. */
  private static <T> List<T> all(List<T> list, UnaryOperator<T> change) {
    List<T> changed = list;
    for (int i = 0; i < list.size(); i++) {
      T element = list.get(i);
      T replaced = change.apply(element);
      if (replaced != element && changed == list) {
        changed = new ArrayList<>(list);
      }
      if (changed != list) {
        changed.set(i, replaced);
      }
    }
    return changed;
  }
}
