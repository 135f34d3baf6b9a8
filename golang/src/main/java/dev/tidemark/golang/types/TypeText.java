package dev.tidemark.golang.types;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Types as Go writes them (go/types, {@code TypeString}): packages by a given name, by default
 * their whole path. What is not known is {@code unknown}.
 */
public final class TypeText {
  private static final String UNKNOWN = "unknown";

  private final StringBuilder out = new StringBuilder();
  private final Function<Package, String> packageName;
  private final Map<Type, Boolean> inside = new IdentityHashMap<>();

  /** Whether a part of it is not known, not even by name. */
  private boolean hasUnknown;

  /** Whether names are left out that make no other type: those of aliases and parameters. */
  private final boolean isBare;

  private TypeText(Function<Package, String> packageName, boolean isBare) {
    this.packageName = packageName;
    this.isBare = isBare;
  }

  public static String of(Type type) {
    return of(type, Package::path);
  }

  /**
   * @param packageName what to call a package; empty to leave it out
   */
  public static String of(Type type, Function<Package, String> packageName) {
    TypeText text = new TypeText(packageName, false);
    text.type(type);
    return text.out.toString();
  }

  /** A type with whole paths, the same for identical types. */
  public static String bare(Type type) {
    TypeText text = new TypeText(Package::path, true);
    text.type(type);
    return text.out.toString();
  }

  /** A type with whole paths; nothing where a part of it is not known, not even by name. */
  public static Optional<String> whole(Type type) {
    TypeText text = new TypeText(Package::path, false);
    text.type(type);
    return text.hasUnknown ? Optional.empty() : Optional.of(text.out.toString());
  }

  private void type(Type type) {
    switch (type) {
      case Basic basic -> out.append(basic.text());
      case Unknown unknown -> unknown(unknown);
      case Type.Pointer pointer -> {
        out.append('*');
        type(pointer.element());
      }
      case Type.Slice slice -> {
        out.append("[]");
        type(slice.element());
      }
      case Type.Array array -> {
        if (array.length() < 0) {
          out.append("[unknown]");
          hasUnknown = true;
        } else {
          out.append('[').append(array.length()).append(']');
        }
        type(array.element());
      }
      case Type.Map map -> {
        out.append("map[");
        type(map.key());
        out.append(']');
        type(map.element());
      }
      case Type.Chan chan -> chan(chan);
      case Type.Tuple tuple -> tuple(tuple.vars(), false);
      case Type.Union union -> union(union);
      case Struct struct -> nested(struct, () -> struct(struct));
      case Signature signature -> {
        out.append("func");
        signature(signature);
      }
      case Interface face -> nested(face, () -> face(face));
      case Named named -> nested(named, () -> named(named));
      case Alias alias -> alias(alias);
      case TypeParam parameter -> {
        out.append(parameter.symbol().name());
        if (Universe.member(parameter.symbol().name()).isPresent()) {
          out.append("/* type parameter */");
        }
      }
    }
  }

  private void nested(Type type, Runnable body) {
    if (inside.put(type, true) != null) {
      out.append("<cycle>");
      return;
    }
    body.run();
    inside.remove(type);
  }

  private void unknown(Unknown unknown) {
    if (!unknown.isNamed()) {
      out.append(UNKNOWN);
      hasUnknown = true;
      return;
    }
    name(Package.unknown(unknown.path()), unknown.name());
    arguments(unknown.arguments());
  }

  private void name(Package pkg, String name) {
    String prefix = packageName.apply(pkg);
    if (!prefix.isEmpty()) {
      out.append(prefix).append('.');
    }
    out.append(name);
  }

  private void arguments(List<Type> arguments) {
    if (arguments.isEmpty()) {
      return;
    }
    out.append('[');
    list(arguments);
    out.append(']');
  }

  private void list(List<Type> types) {
    for (int i = 0; i < types.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      type(types.get(i));
    }
  }

  private void named(Named named) {
    name(named.symbol().pkg(), named.symbol().name());
    if (named.arguments().isEmpty()) {
      typeParams(named.typeParams());
    } else {
      arguments(named.arguments());
    }
  }

  private void alias(Alias alias) {
    if (isBare) {
      type(alias.unalias());
      return;
    }
    name(alias.symbol().pkg(), alias.symbol().name());
    if (alias.arguments().isEmpty()) {
      typeParams(alias.typeParams());
    } else {
      arguments(alias.arguments());
    }
  }

  private void typeParams(List<TypeParam> parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    out.append('[');
    for (int i = 0; i < parameters.size(); i++) {
      if (i > 0) {
        Type previous = parameters.get(i - 1).constraint();
        if (previous != parameters.get(i).constraint()) {
          out.append(' ');
          type(previous);
        }
        out.append(", ");
      }
      type(parameters.get(i));
    }
    out.append(' ');
    type(parameters.getLast().constraint());
    out.append(']');
  }

  private void chan(Type.Chan chan) {
    boolean needsParens =
        chan.direction() == Type.Direction.BOTH
            && chan.element() instanceof Type.Chan inner
            && inner.direction() == Type.Direction.RECEIVE;
    out.append(
        switch (chan.direction()) {
          case BOTH -> "chan ";
          case SEND -> "chan<- ";
          case RECEIVE -> "<-chan ";
        });
    out.append(needsParens ? "(" : "");
    type(chan.element());
    out.append(needsParens ? ")" : "");
  }

  private void union(Type.Union union) {
    for (int i = 0; i < union.terms().size(); i++) {
      Type.Term term = union.terms().get(i);
      out.append(i > 0 ? " | " : "").append(term.isTilde() ? "~" : "");
      type(term.type());
    }
  }

  private void struct(Struct struct) {
    out.append("struct{");
    for (int i = 0; i < struct.fields().size(); i++) {
      Var field = struct.fields().get(i);
      out.append(i > 0 ? "; " : "");
      if (!field.isEmbedded()) {
        out.append(field.name()).append(' ');
      }
      type(field.type());
      String tag = struct.tags().get(i);
      if (!tag.isEmpty()) {
        out.append(' ').append(Quoted.of(tag));
      }
    }
    out.append('}');
  }

  private void face(Interface face) {
    boolean isEmpty = face.methods().isEmpty() && face.embedded().isEmpty();
    if (face == Universe.EMPTY || isBare && isEmpty && !face.isImplicit()) {
      out.append("any");
      return;
    }
    if (face == Universe.COMPARABLE_SET) {
      out.append("interface{comparable}");
      return;
    }
    if (face.isImplicit()) {
      if (face.methods().isEmpty() && face.embedded().size() == 1) {
        type(face.embedded().getFirst());
        return;
      }
      out.append("/* implicit */ ");
    }
    out.append("interface{");
    boolean isFirst = true;
    for (Func method : face.methods()) {
      out.append(isFirst ? "" : "; ").append(method.name());
      signature(method.signature());
      isFirst = false;
    }
    for (Type embedded : face.embedded()) {
      out.append(isFirst ? "" : "; ");
      type(embedded);
      isFirst = false;
    }
    out.append('}');
  }

  private void signature(Signature signature) {
    typeParams(signature.typeParams());
    tuple(signature.params(), signature.isVariadic());
    List<Var> results = signature.results();
    if (results.isEmpty()) {
      return;
    }
    out.append(' ');
    if (results.size() == 1 && (isBare || results.getFirst().name().isEmpty())) {
      type(results.getFirst().type());
    } else {
      tuple(results, false);
    }
  }

  private void tuple(List<Var> vars, boolean isVariadic) {
    out.append('(');
    for (int i = 0; i < vars.size(); i++) {
      Var variable = vars.get(i);
      out.append(i > 0 ? ", " : "");
      if (!isBare && !variable.name().isEmpty()) {
        out.append(variable.name()).append(' ');
      }
      if (isVariadic && i == vars.size() - 1) {
        if (variable.type() instanceof Type.Slice slice) {
          out.append("...");
          type(slice.element());
        } else {
          type(variable.type());
          out.append("...");
        }
      } else {
        type(variable.type());
      }
    }
    out.append(')');
  }
}
