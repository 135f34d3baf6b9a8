package dev.tidemark.golang.effect;

import dev.tidemark.golang.ssa.Value;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Puts other values where the root of a value is. */
final class Substitution {
  /** Fields of fields of fields: beyond that nobody asks. */
  private static final int DEPTH = 5;

  private Substitution() {}

  /**
   * @param root gives what takes the place of a value that is no part of another; {@link Value#NIL}
   *     where it can't be named any more
   */
  static Optional<Value> apply(Value value, UnaryOperator<Value> root) {
    return apply(value, root, 0);
  }

  /** What a value is a part of; itself where it is none. */
  static Value root(Value value) {
    return switch (value) {
      case Value.Field field -> root(field.base());
      case Value.Element element -> root(element.base());
      default -> value;
    };
  }

  private static Optional<Value> apply(Value value, UnaryOperator<Value> root, int depth) {
    if (depth > DEPTH) {
      return Optional.empty();
    }
    return switch (value) {
      case Value.Field field ->
          apply(field.base(), root, depth + 1)
              .map(base -> new Value.Field(base, field.name(), field.type()));
      case Value.Element element ->
          apply(element.base(), root, depth + 1).map(base -> new Value.Element(base, Value.NIL));
      default -> {
        Value replaced = root.apply(value);
        yield replaced.equals(Value.NIL) ? Optional.empty() : Optional.of(replaced);
      }
    };
  }
}
