package dev.tidemark.scan.growth;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Builtin;
import java.util.Optional;

/** Whether what is stored is what was there, and more. */
final class Longer {
  private Longer() {}

  /** What is put to a text, or before a chain; nothing where a store does something else. */
  static Optional<Value> by(Body body, Op.Store store, Container container) {
    return switch (container.kind()) {
      case TEXT ->
          store.value() instanceof Value.Computed(Token operator, Value x, Value y)
                  && operator == Token.ADD
                  && (isSame(body, x, container) || isPart(body, x, container))
              ? Optional.of(y)
              : Optional.empty();
      case CHAIN ->
          body.sources(store.value()).stream()
              .filter(node -> isBefore(body, node, container))
              .findFirst();
      case MAP, SLICE, SYNC_MAP, LIST -> Optional.empty();
    };
  }

  /** {@code log + "," + entry}. */
  private static boolean isPart(Body body, Value sum, Container container) {
    return sum instanceof Value.Computed(Token operator, Value x, _)
        && operator == Token.ADD
        && (isSame(body, x, container) || isPart(body, x, container));
  }

  /** Whether a new node, or a context that is made, holds what the container was so far. */
  private static boolean isBefore(Body body, Value node, Container container) {
    if (node instanceof Value.Result(Op.Call call, int index)) {
      return index == 0
          && call.name().startsWith("context.With")
          && isSame(body, call.argument(0), container);
    }
    if (!(node instanceof Value.Made)) {
      return false;
    }
    boolean[] found = new boolean[1];
    body.forEachOp(op ->
        found[0] |=
            op instanceof Op.Store store
                && store.place() instanceof Value.Field field
                && field.base().equals(node)
                && isSame(body, store.value(), container));
    return found[0];
  }

  /** The append that gives a value; nothing where none does. */
  static Optional<Op.Call> append(Body body, Value value) {
    for (Value source : body.sources(value)) {
      if (source instanceof Value.Result(Op.Call call, _)
          && call.callee().equals(new Callee.Language(Builtin.Function.APPEND))) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }

  /** Whether a value is what a container holds. */
  static boolean isSame(Body body, Value value, Container container) {
    return body.sources(value).stream()
        .anyMatch(source -> Container.of(body, source).filter(container::equals).isPresent());
  }
}
