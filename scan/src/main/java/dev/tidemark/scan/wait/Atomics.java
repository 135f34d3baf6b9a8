package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import java.util.List;

/** The functions of sync/atomic, which are called with the address of a place. */
final class Atomics {
  private static final String PACKAGE = "sync/atomic.";

  private final Memory memory;

  Atomics(Memory memory) {
    this.memory = memory;
  }

  static boolean isAtomic(Op.Call call) {
    return call.name().startsWith(PACKAGE)
        && call.name().indexOf('.', PACKAGE.length()) < 0
        && call.callee() instanceof Callee.Static
        && !call.arguments().isEmpty();
  }

  List<Datum> call(Frame frame, Op.Call call) {
    Value place = call.argument(0);
    Datum before = memory.read(frame, place);
    String name = call.name().substring(PACKAGE.length());
    if (name.startsWith("Load")) {
      return List.of(before);
    }
    Datum given = memory.of(frame, call.argument(1));
    if (name.startsWith("Store") || name.startsWith("Swap")) {
      memory.write(frame, place, given, call.node());
      return List.of(before);
    }
    if (name.startsWith("Add")) {
      Datum sum = memory.guesses().compute(Token.ADD, before, given);
      memory.write(frame, place, sum, call.node());
      return List.of(sum);
    }
    if (!name.startsWith("CompareAndSwap")) {
      return List.of(before);
    }
    boolean isSame = memory.guesses().isTrue(memory.guesses().compute(Token.EQL, before, given));
    if (isSame) {
      memory.write(frame, place, memory.of(frame, call.argument(2)), call.node());
    }
    return List.of(new Datum.Truth(isSame));
  }
}
