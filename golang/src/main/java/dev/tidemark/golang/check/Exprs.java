package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Alias;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Const;
import dev.tidemark.golang.types.Func;
import dev.tidemark.golang.types.Interface;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Label;
import dev.tidemark.golang.types.Named;
import dev.tidemark.golang.types.Nil;
import dev.tidemark.golang.types.PackageName;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Symbol;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.TypeName;
import dev.tidemark.golang.types.Universe;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what expressions are (go/types, expr.go). */
final class Exprs {
  private final Checker checker;

  Exprs(Checker checker) {
    this.checker = checker;
  }

  /** A single value. */
  Operand value(Expr expr) {
    return single(raw(expr, null, null, false));
  }

  /**
   * @param target the type it is assigned to, from which a generic function gets its arguments
   */
  Operand value(Expr expr, @Nullable Type target) {
    return single(raw(expr, null, target, false));
  }

  /** A single value that may be a generic function. */
  Operand genericValue(Expr expr) {
    return single(raw(expr, null, null, true));
  }

  /**
   * @param hint the type of the elements of the literal it stands in
   */
  Operand valueWithHint(Expr expr, Type hint) {
    return single(raw(expr, hint, null, false));
  }

  /** A value or a type, generic or not. */
  Operand valueOrType(Expr expr, boolean allowGeneric) {
    Operand x = raw(expr, null, null, allowGeneric);
    return x.mode() == Mode.NO_VALUE || x.type() instanceof Type.Tuple ? Operand.unknown(expr) : x;
  }

  /** Looks at an expression for its own sake. */
  void use(Expr expr) {
    if (!expr.isNone() && !(expr instanceof Expr.Ident name && name.name().equals("_"))) {
      raw(expr, null, null, true);
    }
  }

  /** All values of an expression: several from a call; two where the second says it worked. */
  List<Operand> values(Expr expr, boolean allowCommaOk) {
    Operand x = raw(expr, null, null, false);
    if (x.type() instanceof Type.Tuple tuple && x.mode() == Mode.VALUE) {
      List<Operand> all = new ArrayList<>(tuple.vars().size());
      for (Var result : tuple.vars()) {
        all.add(Operand.value(expr, result.type()));
      }
      return all;
    }
    Operand one = single(x);
    boolean isPair = allowCommaOk && (one.mode() == Mode.MAP_INDEX || one.mode() == Mode.COMMA_OK);
    return isPair ? List.of(one, Operand.value(expr, Basic.UNTYPED_BOOL)) : List.of(one);
  }

  /** Whether values are those of an expression that says whether it worked. */
  static boolean isCommaOk(List<Operand> values) {
    Mode mode = values.getFirst().mode();
    return mode == Mode.MAP_INDEX || mode == Mode.COMMA_OK;
  }

  private static Operand single(Operand x) {
    boolean isValue =
        switch (x.mode()) {
          case NO_VALUE, BUILTIN, TYPE -> false;
          case UNKNOWN, CONSTANT, VARIABLE, MAP_INDEX, VALUE, COMMA_OK ->
              !(x.type() instanceof Type.Tuple);
        };
    return isValue ? x : Operand.unknown(x.expr());
  }

  /** Any expression; what was found is recorded. */
  Operand raw(Expr expr, @Nullable Type hint, @Nullable Type target, boolean allowGeneric) {
    Operand x = find(expr, hint, target);
    if (!allowGeneric) {
      x = notGeneric(x, target);
    }
    checker.record(x);
    return x;
  }

  private Operand notGeneric(Operand x, @Nullable Type target) {
    return switch (x.type()) {
      case Named named when named.isGeneric() -> Operand.unknown(x.expr());
      case Alias alias when alias.isGeneric() -> Operand.unknown(x.expr());
      case Signature signature when signature.isGeneric() && x.mode() != Mode.NO_VALUE ->
          target == null
              ? Operand.unknown(x.expr())
              : checker.calls.instantiatedFor(x, signature, List.of(), target);
      default -> x;
    };
  }

  private Operand find(Expr expr, @Nullable Type hint, @Nullable Type target) {
    return switch (expr) {
      case Expr.NoExpr _, Expr.BadExpr _, Expr.Ellipsis _, Expr.KeyValueExpr _ ->
          Operand.unknown(expr);
      case Expr.Ident name -> ident(name);
      case Expr.BasicLit literal -> checker.literals.basic(literal);
      case Expr.FuncLit function -> checker.literals.function(function);
      case Expr.CompositeLit literal -> checker.literals.composite(literal, hint);
      case Expr.ParenExpr paren -> raw(paren.x(), null, null, false).withExpr(paren);
      case Expr.SelectorExpr selector -> checker.selectors.select(selector);
      case Expr.IndexExpr index -> checker.indexing.index(Indexed.of(index), target);
      case Expr.IndexListExpr index -> checker.indexing.index(Indexed.of(index), target);
      case Expr.SliceExpr slice -> checker.indexing.slice(slice);
      case Expr.TypeAssertExpr assertion -> assertion(assertion);
      case Expr.CallExpr call -> checker.calls.call(call);
      case Expr.StarExpr star -> star(star);
      case Expr.UnaryExpr unary -> checker.operators.unary(unary);
      case Expr.BinaryExpr binary ->
          checker.operators.binary(binary, binary.x(), binary.y(), binary.operator());
      case Expr.ArrayType _,
          Expr.StructType _,
          Expr.FuncType _,
          Expr.InterfaceType _,
          Expr.MapType _,
          Expr.ChanType _ ->
          Operand.of(Mode.TYPE, expr, checker.types.type(expr));
    };
  }

  Operand ident(Expr.Ident name) {
    if (name.isNone() || name.name().equals("_")) {
      return Operand.unknown(name);
    }
    Symbol symbol = checker.lookup(name.name());
    if (symbol == null) {
      return Operand.unknown(name);
    }
    checker.recorder.symbol(name, symbol);
    return of(name, symbol);
  }

  /** What an expression is that names something. */
  Operand of(Expr expr, Symbol symbol) {
    return switch (symbol) {
      case Const constant when constant == Universe.IOTA -> {
        Constant iota = checker.iota;
        yield iota == null
            ? Operand.unknown(expr)
            : Operand.constant(expr, Basic.UNTYPED_INT, iota);
      }
      case Const constant -> {
        Type type = constant.type();
        yield type instanceof Unknown
            ? Operand.unknown(expr)
            : Operand.constant(expr, type, constant.value());
      }
      case TypeName type -> Operand.of(Mode.TYPE, expr, type.type());
      case Var variable -> {
        Type type = variable.type();
        yield type == Unknown.UNKNOWN
            ? Operand.unknown(expr)
            : Operand.of(Mode.VARIABLE, expr, type);
      }
      case Func function -> Operand.value(expr, function.signature());
      case Builtin builtin -> Operand.builtin(expr, builtin.function());
      case Nil _ -> Operand.value(expr, Basic.UNTYPED_NIL);
      case PackageName _, Label _ -> Operand.unknown(expr);
    };
  }

  private Operand assertion(Expr.TypeAssertExpr assertion) {
    Operand x = value(assertion.x());
    if (assertion.type().isNone()) {
      return Operand.unknown(assertion);
    }
    Type type = checker.types.type(assertion.type());
    boolean mayBe = x.hasUnknownType() || x.type().underlying() instanceof Interface;
    return mayBe ? Operand.of(Mode.COMMA_OK, assertion, type) : Operand.unknown(assertion);
  }

  private Operand star(Expr.StarExpr star) {
    Operand x = valueOrType(star.x(), false);
    if (x.isUnknown()) {
      return Operand.unknown(star);
    }
    if (x.isType()) {
      return Operand.of(Mode.TYPE, star, new Type.Pointer(x.type()));
    }
    Optional<Type> under = Kinds.commonUnderlying(x.type());
    return under.isPresent() && under.get() instanceof Type.Pointer pointer
        ? Operand.of(Mode.VARIABLE, star, pointer.element())
        : Operand.unknown(star);
  }

  static Expr unparen(Expr expr) {
    Expr inner = expr;
    while (inner instanceof Expr.ParenExpr paren) {
      inner = paren.x();
    }
    return inner;
  }

  /** A literal of the source that stands for one, as {@code x++} is {@code x += 1}. */
  static Expr.BasicLit one(Expr at) {
    return new Expr.BasicLit(at.from(), at.from() + 1, Token.INT, "1");
  }
}
