package dev.tidemark.golang.summary;

import dev.tidemark.golang.check.Importer;
import dev.tidemark.golang.types.Alias;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Const;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Lazy;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Place;
import dev.tidemark.golang.types.Resolution;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Substitution;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.golang.types.TypeParam;
import dev.tidemark.golang.types.Universe;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A package read from its summary: a name is decoded when it is asked for. What is broken in a
 * summary is unknown.
 */
final class PackageReader {
  private static final int DEEPEST = 500;
  private static final Basic[] BASICS = Basic.values();

  private final Importer importer;
  private final Resolution resolution;
  private final Package pkg;
  private final String[] texts;
  private final Map<String, Input> bodies = new HashMap<>();
  private final ConcurrentHashMap<String, Symbol> symbols = new ConcurrentHashMap<>();

  PackageReader(String path, byte[] bytes, Importer importer, Resolution resolution) {
    this.importer = importer;
    this.resolution = resolution;
    Input in = new Input(bytes, 0, bytes.length);
    String name = in.text();
    this.texts = new String[in.count()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = in.text();
    }
    Input index = in.part();
    Input rest = in.part();
    int count = index.count();
    for (int i = 0; i < count; i++) {
      String symbol = texts[index.below(texts.length)];
      bodies.put(symbol, rest.take(index.count(rest)));
    }
    this.pkg = Package.of(path, name, this::member);
  }

  Package pkg() {
    return pkg;
  }

  private @Nullable Symbol member(String name) {
    Symbol known = symbols.get(name);
    if (known != null) {
      return known;
    }
    Input body = bodies.get(name);
    if (body == null) {
      return null;
    }
    Symbol made;
    try {
      made = symbol(name, body.copy());
    } catch (BrokenSummary broken) {
      return null;
    }
    Symbol before = symbols.putIfAbsent(name, made);
    return before == null ? made : before;
  }

  private Symbol symbol(String name, Input in) {
    return switch (SymbolKind.of(in)) {
      case CONST ->
          new Const(
              pkg,
              name,
              Place.NONE,
              lazy(
                  in,
                  at -> new Const.Value(type(at, List.of(), 0), ConstantCode.read(at)),
                  Const.Value.UNKNOWN));
      case VAR ->
          new Var(
              Var.Kind.PACKAGE,
              pkg,
              name,
              Place.NONE,
              lazy(in, at -> type(at, List.of(), 0), Unknown.UNKNOWN));
      case FUNC ->
          new Func(
              pkg,
              name,
              Place.NONE,
              false,
              lazy(
                  in,
                  at -> {
                    List<TypeParam> params = typeParams(at);
                    return signature(at, params, List.of(), params, List.of(), 0);
                  },
                  Func.NO_SIGNATURE));
      case ALIAS -> typeName(name, in, this::alias);
      case TYPE -> typeName(name, in, this::named);
    };
  }

  private interface TypeDecoder {
    Type decode(TypeName name, Input in);
  }

  private TypeName typeName(String name, Input in, TypeDecoder decoder) {
    return new TypeName(
        pkg,
        name,
        Place.NONE,
        resolution,
        self -> {
          try {
            return decoder.decode(self, in);
          } catch (BrokenSummary broken) {
            return Unknown.UNKNOWN;
          }
        });
  }

  private interface Decoder<T> {
    T decode(Input in);
  }

  /** Decoded when it is asked for; what is broken is what stands for it. */
  private <T> Lazy<T> lazy(Input in, Decoder<T> decoder, T broken) {
    return Lazy.by(
        resolution,
        () -> {
          try {
            return decoder.decode(in.copy());
          } catch (BrokenSummary summary) {
            return broken;
          }
        },
        broken);
  }

  private Alias alias(TypeName name, Input in) {
    Input at = in.copy();
    List<TypeParam> params = typeParams(at);
    return new Alias(
        name,
        resolution,
        Lazy.of(params),
        lazy(at, target -> type(target, params, 0), Unknown.UNKNOWN));
  }

  private Named named(TypeName name, Input in) {
    Input at = in.copy();
    List<TypeParam> params = typeParams(at);
    Lazy<Type> underlying = lazy(at.part(), body -> type(body, params, 0), Unknown.UNKNOWN);
    return new Named(
        name,
        resolution,
        Lazy.of(params),
        underlying,
        lazy(at, list -> methods(list, name, params), List.of()));
  }

  private List<Func> methods(Input in, TypeName owner, List<TypeParam> declared) {
    int count = in.count();
    List<Func> methods = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = text(in);
      boolean isOfPointer = in.read() != 0;
      List<TypeParam> params = receiverParams(in, declared);
      Lazy<Signature> signature =
          lazy(
              in.part(),
              body -> {
                String receiver = text(body);
                return signature(
                    body,
                    params,
                    List.of(receiver(receiver, owner, params, isOfPointer)),
                    List.of(),
                    params,
                    0);
              },
              Func.NO_SIGNATURE);
      methods.add(new Func(pkg, name, Place.NONE, isOfPointer, signature));
    }
    return methods;
  }

  private List<TypeParam> receiverParams(Input in, List<TypeParam> declared) {
    int count = in.count();
    List<TypeParam> params = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int index = i;
      params.add(
          param(
              text(in),
              index,
              Lazy.by(
                  resolution,
                  () ->
                      index < declared.size()
                          ? Substitution.of(declared, params)
                              .apply(declared.get(index).constraint())
                          : Unknown.UNKNOWN,
                  Unknown.UNKNOWN)));
    }
    return params;
  }

  private Var receiver(String name, TypeName owner, List<TypeParam> params, boolean isOfPointer) {
    Type type = owner.type();
    if (!params.isEmpty() && type instanceof Named generic) {
      type = generic.instantiate(List.copyOf(params));
    }
    Type receiver = isOfPointer ? new Type.Pointer(type) : type;
    return new Var(Var.Kind.RECEIVER, pkg, name, Place.NONE, Lazy.of(receiver));
  }

  private TypeParam param(String name, int index, Lazy<Type> constraint) {
    TypeName symbol =
        new TypeName(
            pkg,
            name,
            Place.NONE,
            resolution,
            self -> new TypeParam(self, resolution, index, constraint));
    return (TypeParam) symbol.type();
  }

  private List<TypeParam> typeParams(Input in) {
    int count = in.count();
    List<TypeParam> params = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = text(in);
      params.add(param(name, i, lazy(in.part(), at -> type(at, params, 0), Unknown.UNKNOWN)));
    }
    return params;
  }

  private String text(Input in) {
    return texts[in.below(texts.length)];
  }

  private Type type(Input in, List<TypeParam> params, int depth) {
    if (depth > DEEPEST) {
      throw new BrokenSummary(0);
    }
    int next = depth + 1;
    return switch (Tag.of(in)) {
      case UNKNOWN -> Unknown.UNKNOWN;
      case NAMED_UNKNOWN -> new Unknown(text(in), text(in), types(in, params, next));
      case BASIC -> BASICS[in.below(BASICS.length)];
      case UNIVERSE -> Universe.member(text(in)).map(Symbol::type).orElse(Unknown.UNKNOWN);
      case REFERENCE -> reference(text(in), text(in), types(in, params, next));
      case TYPE_PARAM -> params.get(in.below(params.size()));
      case POINTER -> new Type.Pointer(type(in, params, next));
      case SLICE -> new Type.Slice(type(in, params, next));
      case ARRAY -> {
        long length = in.number() - 1;
        yield new Type.Array(length, type(in, params, next));
      }
      case MAP -> {
        Type key = type(in, params, next);
        yield new Type.Map(key, type(in, params, next));
      }
      case CHAN -> {
        Type.Direction direction = Type.Direction.values()[in.below(3)];
        yield new Type.Chan(direction, type(in, params, next));
      }
      case UNION -> {
        int count = in.count();
        List<Type.Term> terms = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          boolean isTilde = in.read() != 0;
          terms.add(new Type.Term(isTilde, type(in, params, next)));
        }
        yield new Type.Union(terms);
      }
      case STRUCT -> struct(in, params, next);
      case SIGNATURE -> signature(in, params, List.of(), List.of(), List.of(), next);
      case INTERFACE -> face(in, params, next);
      case EMPTY_INTERFACE -> new Interface(resolution, List.of(), List.of(), false);
    };
  }

  private List<Type> types(Input in, List<TypeParam> params, int depth) {
    int count = in.count();
    List<Type> types = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      types.add(type(in, params, depth));
    }
    return types;
  }

  private Type reference(String path, String name, List<Type> arguments) {
    Package home = path.isEmpty() ? pkg : importer.imported(path);
    Symbol symbol = home.member(name).orElse(null);
    if (!(symbol instanceof TypeName type)) {
      return new Unknown(home.path(), name, arguments);
    }
    if (arguments.isEmpty()) {
      return type.type();
    }
    return switch (type.type()) {
      case Named named -> named.instantiate(arguments);
      case Alias alias -> alias.instantiate(arguments);
      default -> Unknown.UNKNOWN;
    };
  }

  private Struct struct(Input in, List<TypeParam> params, int depth) {
    int count = in.count();
    List<Var> fields = new ArrayList<>(count);
    List<String> tags = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = text(in);
      int flags = in.read();
      tags.add((flags & 2) != 0 ? in.text() : "");
      Lazy<Type> type = lazy(in.part(), at -> type(at, params, depth), Unknown.UNKNOWN);
      Var.Kind kind = (flags & 1) != 0 ? Var.Kind.EMBEDDED_FIELD : Var.Kind.FIELD;
      fields.add(new Var(kind, pkg, name, Place.NONE, type));
    }
    return new Struct(fields, tags);
  }

  private Interface face(Input in, List<TypeParam> params, int depth) {
    boolean isImplicit = in.read() != 0;
    int count = in.count();
    List<Func> methods = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = text(in);
      Lazy<Signature> signature =
          lazy(
              in.part(),
              at -> signature(at, params, List.of(), List.of(), List.of(), depth),
              Func.NO_SIGNATURE);
      methods.add(new Func(pkg, name, Place.NONE, false, signature));
    }
    return new Interface(resolution, methods, types(in, params, depth), isImplicit);
  }

  private Signature signature(
      Input in,
      List<TypeParam> params,
      List<Var> receiver,
      List<TypeParam> typeParams,
      List<TypeParam> receiverTypeParams,
      int depth) {
    boolean isVariadic = in.read() != 0;
    List<Var> given = vars(in, Var.Kind.PARAMETER, params, depth);
    List<Var> results = vars(in, Var.Kind.RESULT, params, depth);
    return new Signature(receiver, receiverTypeParams, typeParams, given, results, isVariadic);
  }

  private List<Var> vars(Input in, Var.Kind kind, List<TypeParam> params, int depth) {
    int count = in.count();
    List<Var> vars = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = text(in);
      vars.add(new Var(kind, pkg, name, Place.NONE, Lazy.of(type(in, params, depth))));
    }
    return vars;
  }
}
