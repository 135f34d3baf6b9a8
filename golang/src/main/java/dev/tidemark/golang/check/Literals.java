package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Struct;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Literals of basic types, functions and composite types (go/types, literals.go). */
final class Literals {
  /** A number of more digits is an error (go/types, {@code basicLit}). */
  private static final int LONGEST_NUMBER = 10_000;

  private final Checker checker;

  Literals(Checker checker) {
    this.checker = checker;
  }

  Operand basic(Expr.BasicLit literal) {
    Basic type =
        switch (literal.kind()) {
          case INT -> Basic.UNTYPED_INT;
          case FLOAT -> Basic.UNTYPED_FLOAT;
          case IMAG -> Basic.UNTYPED_COMPLEX;
          case CHAR -> Basic.UNTYPED_RUNE;
          default -> Basic.UNTYPED_STRING;
        };
    if (type != Basic.UNTYPED_STRING && literal.text().length() > LONGEST_NUMBER) {
      return Operand.unknown(literal);
    }
    Constant value = dev.tidemark.golang.constant.Literals.value(literal.kind(), literal.text());
    return value instanceof Constant.Unknown
        ? Operand.unknown(literal)
        : Operand.constant(literal, type, value);
  }

  Operand function(Expr.FuncLit function) {
    if (!(checker.types.type(function.type()) instanceof Signature signature)) {
      return Operand.unknown(function);
    }
    checker.stmts.literalBody(function, signature);
    return Operand.value(function, signature);
  }

  Operand composite(Expr.CompositeLit literal, @Nullable Type hint) {
    Type type;
    Type base;
    if (literal.type() instanceof Expr.ArrayType array && array.length() instanceof Expr.Ellipsis) {
      Type element = checker.types.type(array.element());
      long length = indexed(literal.elements(), element);
      Type whole = new Type.Array(length, element);
      checker.recordType(array, whole);
      return Operand.value(literal, whole);
    }
    if (!literal.type().isNone()) {
      type = checker.types.type(literal.type());
      base = type;
    } else if (hint != null) {
      type = hint;
      base = hint;
      Optional<Type> under = Kinds.commonUnderlying(hint);
      if (under.isPresent() && under.get() instanceof Type.Pointer pointer) {
        base = pointer.element();
      }
    } else {
      type = Unknown.UNKNOWN;
      base = type;
    }
    elements(literal, base);
    return type == Unknown.UNKNOWN ? Operand.unknown(literal) : Operand.value(literal, type);
  }

  private void elements(Expr.CompositeLit literal, Type base) {
    Type under = Kinds.commonUnderlying(base).orElse(Unknown.UNKNOWN);
    switch (under) {
      case Struct struct -> fields(literal.elements(), struct);
      case Type.Array array -> indexed(literal.elements(), array.element());
      case Type.Slice slice -> indexed(literal.elements(), slice.element());
      case Type.Map map -> {
        for (Expr element : literal.elements()) {
          if (element instanceof Expr.KeyValueExpr pair) {
            checker.assignments.to(checker.exprs.valueWithHint(pair.key(), map.key()), map.key());
            checker.assignments.to(
                checker.exprs.valueWithHint(pair.value(), map.element()), map.element());
          }
        }
      }
      default -> literal.elements().forEach(this::ofUnknown);
    }
  }

  /** An element of a literal of unknown type: its key may be the name of a field. */
  private void ofUnknown(Expr element) {
    if (element instanceof Expr.KeyValueExpr pair) {
      if (!(pair.key() instanceof Expr.Ident)) {
        unsettled(pair.key());
      }
      unsettled(pair.value());
    } else {
      unsettled(element);
    }
  }

  private void unsettled(Expr expr) {
    if (expr instanceof Expr.CompositeLit literal && literal.type().isNone()) {
      literal.elements().forEach(this::ofUnknown);
      return;
    }
    Operand x = checker.exprs.value(expr);
    if (!x.isUnknown() && Kinds.isUntyped(x.type()) && !x.isNil()) {
      checker.untyped.setType(expr, Unknown.UNKNOWN, true);
    }
  }

  private void fields(List<Expr> elements, Struct struct) {
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Expr.KeyValueExpr pair) {
        Var field = pair.key() instanceof Expr.Ident name ? field(struct, name) : null;
        if (field != null) {
          checker.recorder.symbol((Expr.Ident) pair.key(), field);
        }
        Operand x = checker.exprs.value(pair.value());
        if (field != null) {
          checker.assignments.to(x, field.type());
        }
      } else {
        Operand x = checker.exprs.value(elements.get(i));
        if (i < struct.fields().size()) {
          checker.assignments.to(x, struct.fields().get(i).type());
        }
      }
    }
  }

  private @Nullable Var field(Struct struct, Expr.Ident name) {
    for (Var field : struct.fields()) {
      if (field.hasName(checker.pkg(), name.name())) {
        return field;
      }
    }
    return null;
  }

  /** Elements with or without an index. How many there are with those left out; -1 if unknown. */
  private long indexed(List<Expr> elements, Type type) {
    boolean isKnown = true;
    long index = 0;
    long length = 0;
    for (Expr element : elements) {
      Expr value = element;
      if (element instanceof Expr.KeyValueExpr pair) {
        long given = checker.indexing.position(pair.key());
        isKnown &= given >= 0;
        index = given >= 0 ? given : index;
        value = pair.value();
      }
      index++;
      length = Math.max(length, index);
      checker.assignments.to(checker.exprs.valueWithHint(value, type), type);
    }
    return isKnown ? length : -1;
  }
}
