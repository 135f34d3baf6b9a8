package dev.tidemark.golang.check;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The type of a receiver in its parts.
 *
 * @param base the name of the type
 * @param params what it calls the type's parameters
 */
record Receiver(boolean isPointer, Expr base, List<Expr.Ident> params) {
  /** Aliases of aliases beyond this are a circle. */
  private static final int LONGEST_CHAIN = 100;

  static Receiver of(Expr type) {
    boolean isPointer = false;
    Expr at = type;
    while (true) {
      if (at instanceof Expr.ParenExpr paren) {
        at = paren.x();
      } else if (at instanceof Expr.StarExpr star) {
        isPointer = true;
        at = star.x();
      } else {
        break;
      }
    }
    return switch (at) {
      case Expr.IndexExpr index ->
          new Receiver(isPointer, Exprs.unparen(index.x()), idents(List.of(index.index())));
      case Expr.IndexListExpr index ->
          new Receiver(isPointer, Exprs.unparen(index.x()), idents(index.indices()));
      default -> new Receiver(isPointer, at, List.of());
    };
  }

  private static List<Expr.Ident> idents(List<Expr> exprs) {
    List<Expr.Ident> idents = new ArrayList<>();
    for (Expr expr : exprs) {
      idents.add(expr instanceof Expr.Ident ident ? ident : Expr.Ident.NO_NAME);
    }
    return idents;
  }

  /**
   * The name of the type that the method belongs to, whatever alias it is declared with.
   *
   * @param types declarations of the package by name
   */
  String owner(Map<String, Spec.TypeSpec> types) {
    String name = baseName();
    for (int steps = 0; steps < LONGEST_CHAIN; steps++) {
      Spec.TypeSpec spec = types.get(name);
      if (spec == null || !spec.isAlias()) {
        return name;
      }
      name = of(spec.type()).baseName();
    }
    return name;
  }

  /** Empty where it is no plain name. */
  String baseName() {
    return base instanceof Expr.Ident ident ? ident.name() : "";
  }
}
