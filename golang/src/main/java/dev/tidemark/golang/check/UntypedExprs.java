package dev.tidemark.golang.check;

import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Type;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Expressions whose type is not settled yet: an untyped constant gets its type from where it is
 * used (go/types, expr.go, {@code updateExprType}).
 */
final class UntypedExprs {
  private final Checker checker;
  private Map<Expr, Entry> entries = new IdentityHashMap<>();

  UntypedExprs(Checker checker) {
    this.checker = checker;
  }

  /**
   * @param isShifted whether it is the left side of a shift by no constant: it must become an
   *     integer
   */
  private record Entry(boolean isShifted, Mode mode, Basic type, Constant value) {
    boolean isConstant() {
      return mode == Mode.CONSTANT;
    }
  }

  void remember(Expr expr, Mode mode, Basic type, Constant value) {
    entries.put(expr, new Entry(false, mode, type, value));
  }

  void markShifted(Expr expr) {
    Entry entry = entries.get(expr);
    if (entry != null) {
      entries.put(expr, new Entry(true, entry.mode, entry.type, entry.value));
    }
  }

  void setValue(Expr expr, Constant value) {
    Entry entry = entries.get(expr);
    if (entry != null) {
      entries.put(expr, new Entry(entry.isShifted, entry.mode, entry.type, value));
    }
  }

  /**
   * Gives an expression and what it is made of the type that it is used as.
   *
   * @param isFinal whether an untyped type is the last word
   */
  void setType(Expr expr, Type type, boolean isFinal) {
    Entry old = entries.get(expr);
    if (old == null) {
      return;
    }
    switch (expr) {
      case Expr.ParenExpr paren -> setType(paren.x(), type, isFinal);
      case Expr.UnaryExpr unary -> {
        // The operands of constants are constants, and never become values.
        if (!old.isConstant()) {
          setType(unary.x(), type, isFinal);
        }
      }
      case Expr.BinaryExpr binary -> {
        if (!old.isConstant() && !Operators.isComparison(binary.operator())) {
          setType(binary.x(), type, isFinal);
          if (!Operators.isShift(binary.operator())) {
            setType(binary.y(), type, isFinal);
          }
        }
      }
      default -> {}
    }
    if (!isFinal && type.underlying() instanceof Basic basic && basic.isUntyped()) {
      entries.put(expr, new Entry(old.isShifted, old.mode, basic, old.value));
      return;
    }
    entries.remove(expr);
    if (Kinds.isUnknown(type) && !isNamedType(type)) {
      return;
    }
    if (old.isShifted && !Kinds.isUnknown(type) && !Kinds.isInteger(type)) {
      return;
    }
    Constant value = old.value;
    if (old.isConstant() && Kinds.isTyped(type) && type.underlying() instanceof Basic basic) {
      @Nullable Constant represented = Representable.as(old.value, basic);
      value = represented == null ? old.value : represented;
    }
    checker.recorder.type(expr, old.mode, type, value);
  }

  private static boolean isNamedType(Type type) {
    return !(type.unalias() instanceof dev.tidemark.golang.types.Unknown);
  }

  /** What is left keeps its untyped type. */
  void finish() {
    if (entries.isEmpty()) {
      return;
    }
    Map<Expr, Entry> left = entries;
    entries = new IdentityHashMap<>();
    left.forEach((expr, entry) -> checker.recorder.type(expr, entry.mode, entry.type, entry.value));
  }
}
