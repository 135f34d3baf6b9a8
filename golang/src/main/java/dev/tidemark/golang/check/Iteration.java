package dev.tidemark.golang.check;

import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Kinds;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import dev.tidemark.golang.types.Var;
import java.util.List;

/** What a range loop gives for each turn (go/types, range.go, {@code rangeKeyVal}). */
record Iteration(Type key, Type value) {
  static final Iteration UNKNOWN = new Iteration(Unknown.UNKNOWN, Unknown.UNKNOWN);

  List<Type> both() {
    return List.of(key, value);
  }

  static Iteration over(Type type) {
    Type under = Kinds.commonUnderlying(type).orElse(Unknown.UNKNOWN);
    if (under instanceof Type.Pointer pointer
        && pointer.element().underlying() instanceof Type.Array array) {
      under = array;
    }
    return switch (under) {
      case Basic basic when basic.isString() -> new Iteration(Basic.INT, Basic.RUNE);
      case Basic basic when basic.isInteger() -> new Iteration(type, Unknown.UNKNOWN);
      case Type.Array array -> new Iteration(Basic.INT, array.element());
      case Type.Slice slice -> new Iteration(Basic.INT, slice.element());
      case Type.Map map -> new Iteration(map.key(), map.element());
      case Type.Chan chan -> new Iteration(chan.element(), Unknown.UNKNOWN);
      case Signature function -> overFunction(function);
      default -> UNKNOWN;
    };
  }

  private static Iteration overFunction(Signature function) {
    if (function.params().size() != 1
        || !(Kinds.commonUnderlying(function.params().getFirst().type()).orElse(Unknown.UNKNOWN)
            instanceof Signature yield)) {
      return UNKNOWN;
    }
    List<Var> given = yield.params();
    return new Iteration(
        given.isEmpty() ? Unknown.UNKNOWN : given.get(0).type(),
        given.size() < 2 ? Unknown.UNKNOWN : given.get(1).type());
  }
}
