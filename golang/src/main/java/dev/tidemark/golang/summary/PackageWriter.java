package dev.tidemark.golang.summary;

import dev.tidemark.golang.types.Alias;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Const;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Label;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Nil;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.PackageName;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.golang.types.TypeParam;
import dev.tidemark.golang.types.Universe;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes what a package exports, with what is needed to understand it: types without upper case
 * names that exported ones are made of.
 */
final class PackageWriter {
  private final Package pkg;
  private final Map<String, Integer> texts = new HashMap<>();
  private final List<String> textList = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Bytes> written = new TreeMap<>();
  private final Set<String> imports = new LinkedHashSet<>();
  private List<TypeParam> params = List.of();

  PackageWriter(Package pkg) {
    this.pkg = pkg;
  }

  /** Paths of the packages that the summary speaks of. */
  Set<String> imports() {
    return imports;
  }

  byte[] write(List<String> names) {
    for (String name : names) {
      if (Character.isUpperCase(name.codePointAt(0))) {
        need(name);
      }
    }
    while (!open.isEmpty()) {
      String name = open.poll();
      pkg.member(name).ifPresent(symbol -> written.put(name, symbol(symbol)));
    }
    Bytes index = new Bytes();
    Bytes bodies = new Bytes();
    index.number(written.size());
    for (Map.Entry<String, Bytes> entry : written.entrySet()) {
      index.number(text(entry.getKey()));
      index.number(entry.getValue().size());
      bodies.raw(entry.getValue().toArray());
    }
    Bytes whole = new Bytes();
    whole.text(pkg.name());
    whole.number(textList.size());
    textList.forEach(whole::text);
    whole.part(index);
    whole.part(bodies);
    return whole.toArray();
  }

  private void need(String name) {
    if (seen.add(name)) {
      open.add(name);
    }
  }

  private int text(String text) {
    return texts.computeIfAbsent(
        text,
        added -> {
          textList.add(added);
          return textList.size() - 1;
        });
  }

  private Bytes symbol(Symbol symbol) {
    Bytes out = new Bytes();
    params = List.of();
    switch (symbol) {
      case Const constant -> {
        out.write(SymbolKind.CONST.ordinal());
        type(out, constant.type());
        ConstantCode.write(out, constant.value());
      }
      case Var variable -> {
        out.write(SymbolKind.VAR.ordinal());
        type(out, variable.type());
      }
      case Func function -> {
        out.write(SymbolKind.FUNC.ordinal());
        params = function.signature().typeParams();
        typeParams(out, params);
        signature(out, function.signature());
      }
      case TypeName name -> typeName(out, name);
      case PackageName _, Builtin _, Nil _, Label _ ->
          throw new IllegalArgumentException("no package declares " + symbol);
    }
    return out;
  }

  private void typeName(Bytes out, TypeName name) {
    switch (name.type()) {
      case Alias alias -> {
        out.write(SymbolKind.ALIAS.ordinal());
        params = alias.typeParams();
        typeParams(out, params);
        type(out, alias.target());
      }
      case Named named -> {
        out.write(SymbolKind.TYPE.ordinal());
        params = named.typeParams();
        typeParams(out, params);
        part(out, at -> type(at, named.underlying()));
        List<Func> methods = new ArrayList<>();
        for (int i = 0; i < named.methodCount(); i++) {
          methods.add(named.method(i));
        }
        out.number(methods.size());
        for (Func method : methods) {
          method(out, method);
        }
      }
      default -> {
        out.write(SymbolKind.ALIAS.ordinal());
        typeParams(out, List.of());
        type(out, name.type());
      }
    }
  }

  private void method(Bytes out, Func method) {
    out.number(text(method.name()));
    out.write(method.hasPointerReceiver() ? 1 : 0);
    Signature signature = method.signature();
    params = signature.receiverTypeParams();
    out.number(params.size());
    for (TypeParam param : params) {
      out.number(text(param.symbol().name()));
    }
    part(
        out,
        at -> {
          at.number(
              text(signature.receiver().isEmpty() ? "" : signature.receiver().getFirst().name()));
          signature(at, signature);
        });
  }

  private interface Part {
    void write(Bytes out);
  }

  private static void part(Bytes out, Part part) {
    Bytes inner = new Bytes();
    part.write(inner);
    out.part(inner);
  }

  private void typeParams(Bytes out, List<TypeParam> list) {
    out.number(list.size());
    for (TypeParam param : list) {
      out.number(text(param.symbol().name()));
      part(out, at -> type(at, param.constraint()));
    }
  }

  private void type(Bytes out, Type type) {
    switch (type) {
      case Unknown unknown when !unknown.isNamed() -> tag(out, Tag.UNKNOWN);
      case Unknown unknown -> {
        tag(out, Tag.NAMED_UNKNOWN);
        out.number(text(unknown.path()));
        out.number(text(unknown.name()));
        types(out, unknown.arguments());
      }
      case Basic basic -> {
        tag(out, Tag.BASIC);
        out.number(basic.ordinal());
      }
      case Named named -> reference(out, named.symbol(), named.arguments());
      case Alias alias -> reference(out, alias.symbol(), alias.arguments());
      case TypeParam param -> {
        int index = params.indexOf(param);
        tag(out, index < 0 ? Tag.UNKNOWN : Tag.TYPE_PARAM);
        if (index >= 0) {
          out.number(index);
        }
      }
      case Type.Pointer pointer -> {
        tag(out, Tag.POINTER);
        type(out, pointer.element());
      }
      case Type.Slice slice -> {
        tag(out, Tag.SLICE);
        type(out, slice.element());
      }
      case Type.Array array -> {
        tag(out, Tag.ARRAY);
        out.number(array.length() + 1);
        type(out, array.element());
      }
      case Type.Map map -> {
        tag(out, Tag.MAP);
        type(out, map.key());
        type(out, map.element());
      }
      case Type.Chan chan -> {
        tag(out, Tag.CHAN);
        out.write(chan.direction().ordinal());
        type(out, chan.element());
      }
      case Type.Tuple _ -> tag(out, Tag.UNKNOWN);
      case Type.Union union -> {
        tag(out, Tag.UNION);
        out.number(union.terms().size());
        for (Type.Term term : union.terms()) {
          out.write(term.isTilde() ? 1 : 0);
          type(out, term.type());
        }
      }
      case Struct struct -> {
        tag(out, Tag.STRUCT);
        struct(out, struct);
      }
      case Signature signature -> {
        tag(out, Tag.SIGNATURE);
        signature(out, signature);
      }
      case Interface face -> face(out, face);
    }
  }

  private static void tag(Bytes out, Tag tag) {
    out.write(tag.ordinal());
  }

  private void types(Bytes out, List<Type> types) {
    out.number(types.size());
    types.forEach(type -> type(out, type));
  }

  private void reference(Bytes out, TypeName name, List<Type> arguments) {
    Package home = name.pkg();
    if (home == Package.NONE) {
      tag(out, Tag.UNIVERSE);
      out.number(text(name.name()));
      return;
    }
    boolean isOwn = home.path().equals(pkg.path());
    boolean isMember = home.member(name.name()).map(symbol -> symbol == name).orElse(false);
    if (!isMember) {
      // Declared within a function: nobody else can name it.
      tag(out, Tag.UNKNOWN);
      return;
    }
    if (isOwn) {
      need(name.name());
    } else {
      imports.add(home.path());
    }
    tag(out, Tag.REFERENCE);
    out.number(text(isOwn ? "" : home.path()));
    out.number(text(name.name()));
    types(out, arguments);
  }

  private void struct(Bytes out, Struct struct) {
    out.number(struct.fields().size());
    for (int i = 0; i < struct.fields().size(); i++) {
      Var field = struct.fields().get(i);
      String tag = struct.tags().get(i);
      out.number(text(field.name()));
      out.write((field.isEmbedded() ? 1 : 0) | (tag.isEmpty() ? 0 : 2));
      if (!tag.isEmpty()) {
        out.text(tag);
      }
      part(out, at -> type(at, field.type()));
    }
  }

  private void face(Bytes out, Interface face) {
    if (face == Universe.EMPTY) {
      tag(out, Tag.UNIVERSE);
      out.number(text("any"));
      return;
    }
    if (face.methods().isEmpty() && face.embedded().isEmpty()) {
      tag(out, Tag.EMPTY_INTERFACE);
      return;
    }
    tag(out, Tag.INTERFACE);
    out.write(face.isImplicit() ? 1 : 0);
    out.number(face.methods().size());
    for (Func method : face.methods()) {
      out.number(text(method.name()));
      part(out, at -> signature(at, method.signature()));
    }
    types(out, face.embedded());
  }

  private void signature(Bytes out, Signature signature) {
    out.write(signature.isVariadic() ? 1 : 0);
    vars(out, signature.params());
    vars(out, signature.results());
  }

  private void vars(Bytes out, List<Var> vars) {
    out.number(vars.size());
    for (Var variable : vars) {
      out.number(text(variable.name()));
      type(out, variable.type());
    }
  }
}
