package dev.tidemark.golang.parse;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Token;

/**
 * What was parsed as the length of an array, read as the first type parameter and its constraint:
 * {@code type T[P *C, …} looks like a product until the comma.
 *
 * @param name of the type parameter; none if the expression can't be one
 * @param type its constraint; none if there is but a name
 */
record TypeParameterStart(Expr.Ident name, Expr type) {
  private static final TypeParameterStart NOT =
      new TypeParameterStart(Expr.Ident.NO_NAME, Expr.NONE);

  boolean isParameter() {
    return !name.isNone();
  }

  /**
   * @param isForced whether what follows leaves no other reading
   */
  static TypeParameterStart of(Expr x, boolean isForced) {
    return switch (x) {
      case Expr.Ident name -> new TypeParameterStart(name, Expr.NONE);
      case Expr.BinaryExpr product
          when product.operator() == Token.MUL && product.x() instanceof Expr.Ident name ->
          isForced || isTypeElement(product.y())
              ? new TypeParameterStart(
                  name, new Expr.StarExpr(product.operatorAt(), product.to(), product.y()))
              : NOT;
      case Expr.BinaryExpr union when union.operator() == Token.OR -> {
        TypeParameterStart left = of(union.x(), isForced || isTypeElement(union.y()));
        yield left.isParameter() && !left.type.isNone()
            ? new TypeParameterStart(
                left.name,
                new Expr.BinaryExpr(
                    left.type.from(),
                    union.to(),
                    left.type,
                    union.operatorAt(),
                    Token.OR,
                    union.y()))
            : NOT;
      }
      case Expr.CallExpr call
          when call.function() instanceof Expr.Ident name
              && call.arguments().size() == 1
              && call.ellipsis() < 0 -> {
        Expr inner = call.arguments().getFirst();
        yield isForced || isTypeElement(inner)
            ? new TypeParameterStart(name, new Expr.ParenExpr(call.paren(), call.to(), inner))
            : NOT;
      }
      default -> NOT;
    };
  }

  /** Whether an expression can only be a type. */
  private static boolean isTypeElement(Expr x) {
    return switch (x) {
      case Expr.ArrayType _,
          Expr.StructType _,
          Expr.FuncType _,
          Expr.InterfaceType _,
          Expr.MapType _,
          Expr.ChanType _ ->
          true;
      case Expr.BinaryExpr binary -> isTypeElement(binary.x()) || isTypeElement(binary.y());
      case Expr.UnaryExpr unary -> unary.operator() == Token.TILDE;
      case Expr.ParenExpr paren -> isTypeElement(paren.x());
      default -> false;
    };
  }
}
