package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Field;
import dev.tidemark.golang.syntax.FieldList;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Alias;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Lazy;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.golang.types.TypeParam;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions that are types (go/types, typexpr.go, struct.go, interface.go, union.go). */
final class TypeExprs {
  private final Checker checker;

  TypeExprs(Checker checker) {
    this.checker = checker;
  }

  /** The type that an expression denotes; a generic one without its arguments is unknown. */
  Type type(Expr expr) {
    Type type = find(expr);
    if (isGeneric(type)) {
      type = Unknown.UNKNOWN;
    }
    if (type != Unknown.UNKNOWN) {
      checker.recordType(expr, type);
    }
    return type;
  }

  /** The type that an expression denotes, with or without its arguments. */
  Type genericType(Expr expr) {
    Type type = find(expr);
    if (type != Unknown.UNKNOWN) {
      checker.recordType(expr, type);
    }
    return type;
  }

  private static boolean isGeneric(Type type) {
    return type instanceof Named named && named.isGeneric()
        || type instanceof Alias alias && alias.isGeneric();
  }

  List<Type> list(List<Expr> exprs) {
    List<Type> types = new ArrayList<>(exprs.size());
    for (Expr expr : exprs) {
      types.add(type(expr));
    }
    return types;
  }

  private Type find(Expr expr) {
    return switch (expr) {
      case Expr.Ident name -> named(checker.exprs.ident(name));
      case Expr.SelectorExpr selector -> named(checker.selectors.select(selector));
      case Expr.IndexExpr index -> instance(Indexed.of(index));
      case Expr.IndexListExpr index -> instance(Indexed.of(index));
      case Expr.ParenExpr paren -> type(paren.x());
      case Expr.StarExpr star -> new Type.Pointer(type(star.x()));
      case Expr.ArrayType array when array.length().isNone() ->
          new Type.Slice(type(array.element()));
      case Expr.ArrayType array -> new Type.Array(length(array.length()), type(array.element()));
      case Expr.MapType map -> new Type.Map(type(map.key()), type(map.value()));
      case Expr.ChanType chan ->
          new Type.Chan(
              switch (chan.direction()) {
                case BOTH -> Type.Direction.BOTH;
                case SEND -> Type.Direction.SEND;
                case RECEIVE -> Type.Direction.RECEIVE;
              },
              type(chan.value()));
      case Expr.StructType struct -> struct(struct);
      case Expr.InterfaceType face -> face(face);
      case Expr.FuncType function -> function(function);
      case Expr.NoExpr _,
          Expr.BadExpr _,
          Expr.Ellipsis _,
          Expr.BasicLit _,
          Expr.FuncLit _,
          Expr.CompositeLit _,
          Expr.SliceExpr _,
          Expr.TypeAssertExpr _,
          Expr.CallExpr _,
          Expr.UnaryExpr _,
          Expr.BinaryExpr _,
          Expr.KeyValueExpr _ ->
          Unknown.UNKNOWN;
    };
  }

  /** A name at the place of a type is one, whether or not it is known. */
  private static Type named(Operand x) {
    return switch (x.mode()) {
      case TYPE, UNKNOWN -> x.type();
      case NO_VALUE, BUILTIN, CONSTANT, VARIABLE, MAP_INDEX, VALUE, COMMA_OK -> Unknown.UNKNOWN;
    };
  }

  private Type instance(Indexed index) {
    Type type = genericType(index.x());
    List<Type> arguments = list(index.indices());
    return switch (type) {
      case Named named when named.isGeneric() ->
          arguments.size() == named.typeParams().size()
              ? named.instantiate(arguments)
              : Unknown.UNKNOWN;
      case Alias alias when alias.isGeneric() ->
          arguments.size() == alias.typeParams().size()
              ? alias.instantiate(arguments)
              : Unknown.UNKNOWN;
      case Unknown unknown when unknown.isNamed() -> {
        // As a generic type it would be told with its parameters, which are not known.
        checker.recordUnknown(index.x());
        yield new Unknown(unknown.path(), unknown.name(), arguments);
      }
      default -> Unknown.UNKNOWN;
    };
  }

  private long length(Expr expr) {
    Operand x = checker.exprs.value(expr);
    if (!x.isConstant()) {
      return -1;
    }
    return Conversions.toInt(x.value()) instanceof Constant.Int whole
        ? Conversions.asLong(whole).orElse(-1)
        : -1;
  }

  private Struct struct(Expr.StructType struct) {
    List<Var> fields = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (Field field : struct.fields().fields()) {
      Lazy<Type> type = checker.later(at -> at.types.type(field.type()), Unknown.UNKNOWN);
      String tag = field.tag().isEmpty() ? "" : text(field.tag().getFirst());
      if (field.names().isEmpty()) {
        Optional<Expr.Ident> name = embeddedName(field.type());
        name.ifPresent(ident -> {
          // The name of an embedded field is used as a type as well: the field is what it
          // declares, and go/types says so of the same identifier.
          fields.add(field(Var.Kind.EMBEDDED_FIELD, ident, type));
          tags.add(tag);
        });
      }
      for (Expr.Ident name : field.names()) {
        Var declared = field(Var.Kind.FIELD, name, type);
        checker.recorder.symbol(name, declared);
        fields.add(declared);
        tags.add(tag);
      }
    }
    return new Struct(fields, tags);
  }

  private Var field(Var.Kind kind, Expr.Ident name, Lazy<Type> type) {
    return new Var(kind, checker.pkg(), name.name(), checker.place(name.from()), type);
  }

  private static String text(Expr.BasicLit literal) {
    return dev.tidemark.golang.constant.Literals.value(literal.kind(), literal.text())
            instanceof Constant.Text text
        ? text.utf8()
        : "";
  }

  private static Optional<Expr.Ident> embeddedName(Expr type) {
    return switch (type) {
      case Expr.Ident name -> Optional.of(name);
      case Expr.StarExpr star -> embeddedName(star.x());
      case Expr.ParenExpr paren -> embeddedName(paren.x());
      case Expr.SelectorExpr selector -> Optional.of(selector.selected());
      case Expr.IndexExpr index -> embeddedName(index.x());
      case Expr.IndexListExpr index -> embeddedName(index.x());
      default -> Optional.empty();
    };
  }

  private Interface face(Expr.InterfaceType face) {
    if (face.methods().fields().isEmpty()) {
      return new Interface(checker.resolution(), List.of(), List.of(), false);
    }
    List<Func> methods = new ArrayList<>();
    List<Type> embedded = new ArrayList<>();
    for (Field field : face.methods().fields()) {
      if (field.names().isEmpty()) {
        embedded.add(union(field.type()));
        continue;
      }
      Expr.Ident name = field.names().getFirst();
      Lazy<Signature> signature =
          checker.later(
              at ->
                  at.types.type(field.type()) instanceof Signature found
                      ? found
                      : Func.NO_SIGNATURE,
              Func.NO_SIGNATURE);
      Func method =
          new Func(checker.pkg(), name.name(), checker.place(name.from()), false, signature);
      checker.recorder.symbol(name, method);
      methods.add(method);
    }
    return new Interface(checker.resolution(), methods, embedded, false);
  }

  /** {@code A | ~B}, or a single type. */
  private Type union(Expr expr) {
    List<Expr.BinaryExpr> unions = new ArrayList<>();
    Expr first = expr;
    while (first instanceof Expr.BinaryExpr binary && binary.operator() == Token.OR) {
      unions.addFirst(binary);
      first = binary.x();
    }
    if (unions.isEmpty() && !isTilde(first)) {
      return type(first);
    }
    List<Type.Term> terms = new ArrayList<>();
    terms.add(term(first));
    for (Expr.BinaryExpr binary : unions) {
      terms.add(term(binary.y()));
      checker.recordType(binary, new Type.Union(terms));
    }
    return new Type.Union(terms);
  }

  private static boolean isTilde(Expr expr) {
    return expr instanceof Expr.UnaryExpr unary && unary.operator() == Token.TILDE;
  }

  private Type.Term term(Expr expr) {
    if (expr instanceof Expr.UnaryExpr unary && unary.operator() == Token.TILDE) {
      Type.Term term = new Type.Term(true, type(unary.x()));
      checker.recordType(unary, new Type.Union(List.of(term)));
      return term;
    }
    return new Type.Term(false, type(expr));
  }

  private Signature function(Expr.FuncType function) {
    checker.open();
    Signature signature = signature(List.of(), List.of(), function);
    checker.close();
    return signature;
  }

  /** A signature, in a scope that holds the type parameters of its receiver. */
  Signature signature(
      List<Var> receiver, List<TypeParam> receiverTypeParams, Expr.FuncType function) {
    List<TypeParam> typeParams = typeParams(function.typeParameters());
    List<Var> params = params(Var.Kind.PARAMETER, function.parameters());
    List<Var> results = params(Var.Kind.RESULT, function.results());
    boolean isVariadic =
        !function.parameters().fields().isEmpty()
            && function.parameters().fields().getLast().type() instanceof Expr.Ellipsis;
    return new Signature(receiver, receiverTypeParams, typeParams, params, results, isVariadic);
  }

  private List<Var> params(Var.Kind kind, FieldList list) {
    List<Var> all = new ArrayList<>();
    for (Field field : list.fields()) {
      Type type;
      if (field.type() instanceof Expr.Ellipsis dots) {
        type = new Type.Slice(type(dots.element()));
        checker.recordType(dots, type);
      } else {
        type = type(field.type());
      }
      Lazy<Type> known = Lazy.of(type);
      if (field.names().isEmpty()) {
        all.add(new Var(kind, checker.pkg(), "", checker.place(field.from()), known));
      }
      for (Expr.Ident name : field.names()) {
        Var declared = new Var(kind, checker.pkg(), name.name(), checker.place(name.from()), known);
        checker.recorder.symbol(name, declared);
        all.add(declared);
      }
    }
    return all;
  }

  /** Declares type parameters in the scope that is open: their constraints may name each other. */
  List<TypeParam> typeParams(FieldList list) {
    List<TypeParam> all = new ArrayList<>();
    List<Runnable> constraints = new ArrayList<>();
    for (Field field : list.fields()) {
      Lazy<Type> constraint = constraintOf(field);
      constraints.add(constraint::get);
      for (Expr.Ident name : field.names()) {
        int index = all.size();
        TypeName symbol =
            new TypeName(
                checker.pkg(),
                name.name(),
                checker.place(name.from()),
                checker.resolution(),
                self -> new TypeParam(self, checker.resolution(), index, constraint));
        all.add((TypeParam) symbol.type());
        checker.scope.declare(name.name(), symbol);
        checker.recorder.symbol(name, symbol);
      }
    }
    constraints.forEach(Runnable::run);
    return all;
  }

  /** One constraint for all parameters of a field, looked at when all of them are declared. */
  private Lazy<Type> constraintOf(Field field) {
    return checker.apart(checker.scope, at -> at.types.constraint(field.type()), Unknown.UNKNOWN);
  }

  private Type constraint(Expr expr) {
    boolean isUnion =
        isTilde(expr) || expr instanceof Expr.BinaryExpr binary && binary.operator() == Token.OR;
    return isUnion
        ? new Interface(checker.resolution(), List.of(), List.of(union(expr)), true)
        : type(expr);
  }
}
