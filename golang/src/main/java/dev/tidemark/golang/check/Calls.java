package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Alias;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Lazy;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Substitution;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeParam;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls, conversions and instances of generic functions (go/types, call.go). */
final class Calls {
  private final Checker checker;

  Calls(Checker checker) {
    this.checker = checker;
  }

  Operand call(Expr.CallExpr call) {
    Operand callee;
    List<Expr> typeArguments = List.of();
    Indexed indexed = indexed(call.function());
    if (indexed == null) {
      callee = checker.exprs.valueOrType(call.function(), true);
    } else {
      Operand x = checker.exprs.valueOrType(indexed.x(), true);
      if (Indexing.isGenericFunction(x)) {
        callee = x.withExpr(call.function());
        typeArguments = indexed.indices();
      } else {
        callee = checker.indexing.element(indexed, x);
      }
      checker.record(callee);
    }
    return switch (callee.mode()) {
      case UNKNOWN, NO_VALUE -> {
        checker.hasCallOrReceive = true;
        typeArguments.forEach(checker.exprs::use);
        unsettledArguments(call);
        yield Operand.unknown(call);
      }
      case TYPE -> conversion(call, callee);
      case BUILTIN -> {
        Operand result = checker.builtins.call(call, callee.builtin());
        if (!result.isConstant()) {
          checker.hasCallOrReceive = true;
        }
        yield result;
      }
      case CONSTANT, VARIABLE, MAP_INDEX, VALUE, COMMA_OK -> function(call, callee, typeArguments);
    };
  }

  private static @Nullable Indexed indexed(Expr function) {
    return switch (function) {
      case Expr.IndexExpr index -> Indexed.of(index);
      case Expr.IndexListExpr index -> Indexed.of(index);
      default -> null;
    };
  }

  /** Arguments of a function of which nothing is known: their types depend on its parameters. */
  private void unsettledArguments(Expr.CallExpr call) {
    for (Expr argument : call.arguments()) {
      Operand x = checker.exprs.raw(argument, null, null, true);
      if (!x.isUnknown() && Kinds.isUntyped(x.type()) && !x.isNil()) {
        checker.untyped.setType(argument, Unknown.UNKNOWN, true);
      }
    }
  }

  private Operand conversion(Expr.CallExpr call, Operand type) {
    boolean isGeneric =
        type.type() instanceof Named named && named.isGeneric()
            || type.type() instanceof Alias alias && alias.isGeneric();
    if (call.arguments().size() != 1 || isGeneric) {
      call.arguments().forEach(checker.exprs::use);
      return isGeneric ? Operand.unknown(call) : Operand.value(call, type.type());
    }
    Operand x = checker.exprs.value(call.arguments().getFirst(), null);
    if (x.isUnknown()) {
      return Operand.value(call, type.type());
    }
    return checker.conversion.explicit(x, type.type()).withExpr(call);
  }

  private Operand function(Expr.CallExpr call, Operand callee, List<Expr> typeArguments) {
    Optional<Type> under = Kinds.commonUnderlying(callee.type());
    if (under.isEmpty() || !(under.get() instanceof Signature declared)) {
      checker.hasCallOrReceive = true;
      unsettledArguments(call);
      return Operand.unknown(call);
    }
    List<Type> given = checker.types.list(typeArguments);
    Signature signature = declared;
    boolean wasGeneric = signature.isGeneric();
    if (wasGeneric && given.size() == signature.typeParams().size()) {
      signature = instantiate(signature, given);
      given = List.of();
    }
    Arguments arguments = arguments(call.arguments());
    Optional<Signature> called = passed(call, signature, given, arguments);
    checker.hasCallOrReceive = true;
    if (called.isEmpty()) {
      checker.recordUnknown(call.function());
      return Operand.unknown(call);
    }
    signature = called.get();
    if (wasGeneric) {
      checker.recorder.type(call.function(), Mode.VALUE, signature, Constant.UNKNOWN);
    }
    return switch (signature.results().size()) {
      case 0 -> Operand.of(Mode.NO_VALUE, call, Type.Tuple.EMPTY);
      case 1 -> result(call, signature.results().getFirst().type());
      default -> Operand.value(call, signature.resultType());
    };
  }

  private static Operand result(Expr.CallExpr call, Type type) {
    return type == Unknown.UNKNOWN ? Operand.unknown(call) : Operand.value(call, type);
  }

  static Signature instantiate(Signature signature, List<Type> arguments) {
    Type replaced =
        Substitution.of(signature.typeParams(), arguments).apply(signature.instantiated());
    return (Signature) replaced;
  }

  /**
   * @param typeArguments those given to generic functions among them
   */
  private record Arguments(List<Operand> operands, List<List<Type>> typeArguments) {}

  private Arguments arguments(List<Expr> exprs) {
    if (exprs.size() == 1) {
      Expr expr = exprs.getFirst();
      if (indexed(expr) == null) {
        Operand x = checker.exprs.raw(expr, null, null, true);
        if (x.type() instanceof Type.Tuple tuple && x.mode() == Mode.VALUE) {
          List<Operand> all = new ArrayList<>(tuple.vars().size());
          List<List<Type>> none = new ArrayList<>(tuple.vars().size());
          for (Var result : tuple.vars()) {
            all.add(Operand.value(expr, result.type()));
            none.add(List.of());
          }
          return new Arguments(all, none);
        }
        boolean isValue = x.mode() != Mode.TYPE && x.mode() != Mode.NO_VALUE;
        return new Arguments(
            List.of(isValue ? x : Operand.unknown(expr)), List.of(List.<Type>of()));
      }
    }
    List<Operand> all = new ArrayList<>(exprs.size());
    List<List<Type>> given = new ArrayList<>(exprs.size());
    for (Expr expr : exprs) {
      Indexed index = indexed(expr);
      if (index == null) {
        all.add(checker.exprs.genericValue(expr));
        given.add(List.of());
        continue;
      }
      Operand x = checker.exprs.valueOrType(index.x(), true);
      if (!Indexing.isGenericFunction(x)) {
        Operand element = checker.indexing.element(index, x);
        checker.record(element);
        all.add(element.isType() ? Operand.unknown(expr) : element);
        given.add(List.of());
        continue;
      }
      Signature generic = (Signature) x.type().underlying();
      List<Type> types = checker.types.list(index.indices());
      if (types.size() == generic.typeParams().size()) {
        Operand instance = Operand.value(expr, instantiate(generic, types));
        checker.record(instance);
        all.add(instance);
        given.add(List.of());
      } else {
        all.add(x.withExpr(expr));
        given.add(types);
      }
    }
    return new Arguments(all, given);
  }

  /** The signature that is called, its arguments passed; nothing if it can't be inferred. */
  private Optional<Signature> passed(
      Expr.CallExpr call, Signature declared, List<Type> given, Arguments arguments) {
    List<Operand> operands = arguments.operands();
    List<Type> params = paramTypes(declared, operands.size(), call.ellipsis() >= 0);
    List<TypeParam> open = new ArrayList<>();
    List<@Nullable Type> known = new ArrayList<>();
    List<Type> expected = params;
    if (declared.isGeneric()) {
      List<TypeParam> renamed = Inference.renamed(declared.typeParams(), checker.resolution());
      Substitution renaming = Substitution.of(declared.typeParams(), renamed);
      expected = params.stream().map(renaming::apply).toList();
      open.addAll(renamed);
      for (int i = 0; i < renamed.size(); i++) {
        known.add(i < given.size() ? given.get(i) : null);
      }
    }
    List<Operand> passed = new ArrayList<>(operands);
    List<Integer> generic = new ArrayList<>(0);
    for (int i = 0; i < passed.size(); i++) {
      if (passed.get(i).type() instanceof Signature signature && signature.isGeneric()) {
        List<TypeParam> renamed = Inference.renamed(signature.typeParams(), checker.resolution());
        Signature fresh =
            (Signature)
                Substitution.of(signature.typeParams(), renamed).apply(signature.instantiated());
        passed.set(i, passed.get(i).withType(withParams(fresh, renamed)));
        open.addAll(renamed);
        List<Type> types = arguments.typeArguments().get(i);
        for (int j = 0; j < renamed.size(); j++) {
          known.add(j < types.size() ? types.get(j) : null);
        }
        generic.add(i);
      }
    }
    if (open.isEmpty()) {
      assign(passed, expected);
      return Optional.of(declared);
    }
    Optional<List<Type>> inferred = Inference.infer(open, known, expected, passed);
    if (inferred.isEmpty()) {
      assignUnknown(passed, expected, open);
      return Optional.empty();
    }
    List<Type> all = inferred.get();
    Substitution replacing = Substitution.of(open, all);
    int next = declared.isGeneric() ? declared.typeParams().size() : 0;
    for (int i : generic) {
      Signature signature = (Signature) passed.get(i).type();
      int end = next + signature.typeParams().size();
      Operand instance = passed.get(i).withType(instantiate(signature, all.subList(next, end)));
      checker.record(instance);
      passed.set(i, instance);
      next = end;
    }
    assign(passed, expected.stream().map(replacing::apply).toList());
    return Optional.of(
        declared.isGeneric()
            ? instantiate(declared, all.subList(0, declared.typeParams().size()))
            : declared);
  }

  private static Signature withParams(Signature signature, List<TypeParam> params) {
    return new Signature(
        signature.receiver(),
        List.of(),
        params,
        signature.params(),
        signature.results(),
        signature.isVariadic());
  }

  private void assign(List<Operand> operands, List<Type> params) {
    for (int i = 0; i < operands.size(); i++) {
      if (i < params.size()) {
        checker.assignments.to(operands.get(i), params.get(i));
      }
    }
  }

  /** What could not be inferred: untyped arguments for parameters that depend on it are unknown. */
  private void assignUnknown(List<Operand> operands, List<Type> params, List<TypeParam> open) {
    for (int i = 0; i < operands.size() && i < params.size(); i++) {
      boolean isOpen = Inference.mentions(params.get(i), open);
      checker.assignments.to(operands.get(i), isOpen ? Unknown.UNKNOWN : params.get(i));
    }
  }

  /** The types of the parameters for a number of arguments. */
  private static List<Type> paramTypes(Signature signature, int count, boolean hasDots) {
    List<Type> types = new ArrayList<>(count);
    List<Var> params = signature.params();
    for (int i = 0; i < Math.max(count, params.size()); i++) {
      if (signature.isVariadic() && !hasDots && i >= params.size() - 1) {
        if (i < count) {
          types.add(
              params.getLast().type() instanceof Type.Slice slice
                  ? slice.element()
                  : Unknown.UNKNOWN);
        }
      } else if (i < params.size()) {
        types.add(params.get(i).type());
      }
    }
    return types;
  }

  /** Passes arguments to a function of the language that takes them like any other. */
  void passTo(Signature signature, Expr.CallExpr call, List<Operand> operands) {
    assign(operands, paramTypes(signature, operands.size(), call.ellipsis() >= 0));
  }

  /**
   * A generic function used as a value: what is not given is inferred from what it is assigned to.
   */
  Operand instantiatedFor(Operand x, Signature generic, List<Type> given, @Nullable Type target) {
    if (given.size() == generic.typeParams().size()) {
      return Operand.value(x.expr(), instantiate(generic, given));
    }
    if (target == null || !(target.underlying() instanceof Signature wanted)) {
      return Operand.unknown(x.expr());
    }
    List<TypeParam> renamed = Inference.renamed(generic.typeParams(), checker.resolution());
    Type parameter =
        Substitution.of(generic.typeParams(), renamed)
            .apply(Signature.of(generic.params(), generic.results(), generic.isVariadic()));
    List<@Nullable Type> known = new ArrayList<>();
    for (int i = 0; i < renamed.size(); i++) {
      known.add(i < given.size() ? given.get(i) : null);
    }
    Operand argument = Operand.value(x.expr(), wanted);
    return Inference.infer(renamed, known, List.of(parameter), List.of(argument))
        .map(all -> Operand.value(x.expr(), instantiate(generic, all)))
        .orElseGet(() -> Operand.unknown(x.expr()));
  }

  /** A variable without a name. */
  static Var unnamed(Var.Kind kind, Type type) {
    return new Var(
        kind,
        dev.tidemark.golang.types.Package.NONE,
        "",
        dev.tidemark.golang.types.Place.NONE,
        Lazy.of(type));
  }
}
