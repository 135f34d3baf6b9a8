package dev.tidemark.golang.check;

import dev.tidemark.golang.syntax.Decl;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Field;
import dev.tidemark.golang.syntax.Spec;
import dev.tidemark.golang.types.Alias;
import dev.tidemark.golang.types.Const;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Lazy;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Substitution;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.golang.types.TypeParam;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What single declarations declare, at package level and within functions (go/types, decl.go). */
final class Declarations {
  private final Checker checker;

  Declarations(Checker checker) {
    this.checker = checker;
  }

  /**
   * One constant of a line; {@code iota} is set.
   *
   * @param index which one
   */
  Const.Value constant(ConstGroup.Entry entry, int index) {
    @Nullable Type declared = entry.type().isNone() ? null : checker.types.type(entry.type());
    if (index >= entry.values().size()) {
      return Const.Value.UNKNOWN;
    }
    Operand x = checker.exprs.value(entry.values().get(index));
    if (x.isUnknown()) {
      return new Const.Value(declared == null ? Unknown.UNKNOWN : declared, x.value());
    }
    if (declared == null) {
      return new Const.Value(x.type(), x.value());
    }
    Operand assigned = checker.assignments.to(x, declared);
    return new Const.Value(declared, assigned.value());
  }

  /** The types of targets that have one. */
  static List<Type> known(List<@Nullable Type> targets) {
    List<Type> types = new ArrayList<>(targets.size());
    for (Type target : targets) {
      types.add(target == null ? Unknown.UNKNOWN : target);
    }
    return types;
  }

  /** The name of a type or an alias; what it stands for is looked at when it is asked for. */
  TypeName typeName(Spec.TypeSpec spec, List<Func> methods) {
    Scope around = checker.scope;
    return new TypeName(
        checker.pkg(),
        spec.name().name(),
        checker.place(spec.name().from()),
        checker.resolution(),
        name -> declared(name, spec, methods, around));
  }

  private Type declared(TypeName name, Spec.TypeSpec spec, List<Func> methods, Scope around) {
    Scope inside = new Scope(around);
    Lazy<List<TypeParam>> params =
        spec.typeParameters().isNone()
            ? Lazy.of(List.of())
            : checker.apart(inside, at -> at.types.typeParams(spec.typeParameters()), List.of());
    Lazy<Type> right =
        checker.apart(
            inside,
            at -> {
              params.get();
              return at.types.type(spec.type());
            },
            Unknown.UNKNOWN);
    if (spec.isAlias()) {
      return new Alias(name, checker.resolution(), params, right);
    }
    Lazy<Type> underlying =
        Lazy.by(
            checker.resolution(),
            () -> right.get() instanceof TypeParam ? Unknown.UNKNOWN : under(right.get()),
            Unknown.UNKNOWN);
    return new Named(name, checker.resolution(), params, underlying, Lazy.of(methods));
  }

  /** What a type is made of that is declared as one of an unknown type: that. */
  private static Type under(Type type) {
    return Kinds.isUnknown(type) ? Unknown.UNKNOWN : type.underlying();
  }

  /** Looks at all of a declared type, so that what it is made of is recorded. */
  static void force(Type type) {
    switch (type) {
      case Named named -> {
        named.typeParams();
        Type under = named.underlying();
        if (under instanceof dev.tidemark.golang.types.Interface face) {
          face.typeSet();
        }
      }
      case Alias alias -> {
        alias.typeParams();
        alias.target();
      }
      default -> {}
    }
  }

  /** The signature of a function or method. */
  Signature signature(Decl.FuncDecl function) {
    checker.open();
    List<Var> receiver = List.of();
    List<TypeParam> params = List.of();
    if (!function.receiver().fields().isEmpty()) {
      Field field = function.receiver().fields().getFirst();
      Receiver parts = Receiver.of(field.type());
      Type type;
      if (parts.params().isEmpty()) {
        type = checker.types.type(field.type());
      } else {
        params = receiverParams(parts);
        type = receiverType(parts, params);
        recordReceiver(field.type(), type);
      }
      receiver = List.of(receiver(field, type));
    }
    Signature signature = checker.types.signature(receiver, params, function.type());
    checker.close();
    return signature;
  }

  private Var receiver(Field field, Type type) {
    String name = field.names().isEmpty() ? "" : field.names().getFirst().name();
    int at = field.names().isEmpty() ? field.from() : field.names().getFirst().from();
    Var variable =
        new Var(Var.Kind.RECEIVER, checker.pkg(), name, checker.place(at), Lazy.of(type));
    if (!field.names().isEmpty()) {
      checker.recorder.symbol(field.names().getFirst(), variable);
    }
    return variable;
  }

  /** The names that a receiver gives to the parameters of its type. */
  private List<TypeParam> receiverParams(Receiver parts) {
    List<TypeParam> declared =
        checker.types.genericType(parts.base()) instanceof Named named
            ? named.typeParams()
            : List.of();
    List<TypeParam> params = new ArrayList<>();
    for (Expr.Ident ident : parts.params()) {
      int index = params.size();
      Lazy<Type> constraint =
          index < declared.size()
              ? Lazy.by(
                  checker.resolution(),
                  () -> Substitution.of(declared, params).apply(declared.get(index).constraint()),
                  Unknown.UNKNOWN)
              : Lazy.of(Unknown.UNKNOWN);
      TypeName name =
          new TypeName(
              checker.pkg(),
              ident.name(),
              checker.place(ident.from()),
              checker.resolution(),
              self -> new TypeParam(self, checker.resolution(), index, constraint));
      params.add((TypeParam) name.type());
      checker.recorder.symbol(ident, name);
      checker.recordType(ident, name.type());
    }
    FuncScope.typeParams(checker.scope, params);
    return params;
  }

  private Type receiverType(Receiver parts, List<TypeParam> params) {
    Type base = checker.types.genericType(parts.base());
    if (!(base instanceof Named named) || named.typeParams().size() != params.size()) {
      return Unknown.UNKNOWN;
    }
    Type instance = named.instantiate(List.copyOf(params));
    return parts.isPointer() ? new Type.Pointer(instance) : instance;
  }

  private void recordReceiver(Expr expr, Type type) {
    if (type == Unknown.UNKNOWN) {
      return;
    }
    checker.recordType(expr, type);
    switch (expr) {
      case Expr.ParenExpr paren -> recordReceiver(paren.x(), type);
      case Expr.StarExpr star when type instanceof Type.Pointer pointer ->
          recordReceiver(star.x(), pointer.element());
      default -> {}
    }
  }
}
