package dev.tidemark.scan.wait;

import dev.tidemark.golang.check.TypeInfo;
import dev.tidemark.golang.constant.Constant;
import dev.tidemark.golang.constant.Conversions;
import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Token;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which part of a slice an expression takes: {@code q[1:]}, {@code q[:0]}, {@code q[:len(q)-1]}.
 *
 * @param from the first element
 * @param to one behind the last
 */
record SliceBounds(int from, int to) {
  /** Nothing where the bounds are not known from the code. */
  static Optional<SliceBounds> of(Expr.SliceExpr part, Instance.Sequence whole, TypeInfo info) {
    int size = whole.elements.size();
    OptionalLong from = part.low().isNone() ? OptionalLong.of(0) : bound(part.low(), size, info);
    OptionalLong to = part.high().isNone() ? OptionalLong.of(size) : bound(part.high(), size, info);
    if (whole.isExternal || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    long first = from.getAsLong();
    long last = to.getAsLong();
    return first >= 0 && first <= last && last <= size
        ? Optional.of(new SliceBounds((int) first, (int) last))
        : Optional.empty();
  }

  private static OptionalLong bound(Expr expr, int size, TypeInfo info) {
    if (info.typed(expr).value() instanceof Constant.Int known) {
      return Conversions.asLong(known);
    }
    return switch (expr) {
      case Expr.CallExpr call
          when call.function() instanceof Expr.Ident name && name.name().equals("len") ->
          OptionalLong.of(size);
      case Expr.BinaryExpr(_, _, Expr x, _, Token operator, Expr y) when operator == Token.SUB -> {
        OptionalLong left = bound(x, size, info);
        OptionalLong right = bound(y, size, info);
        yield left.isPresent() && right.isPresent()
            ? OptionalLong.of(left.getAsLong() - right.getAsLong())
            : OptionalLong.empty();
      }
      default -> OptionalLong.empty();
    };
  }
}
