package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Callee;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.syntax.Token;
import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import java.util.List;
import java.util.function.Consumer;

/**
 * sync/atomic: its functions, which are called with the address of a place, and the methods of its
 * types, of which what they hold is a part.
 */
final class Atomics {
  private static final String PACKAGE = "sync/atomic.";
  private static final String HELD = "v";

  private final Memory memory;

  Atomics(Memory memory) {
    this.memory = memory;
  }

  /** Whether a call is of one of the functions. */
  static boolean isAtomic(Op.Call call) {
    return call.name().startsWith(PACKAGE)
        && call.name().indexOf('.', PACKAGE.length()) < 0
        && call.callee() instanceof Callee.Static
        && !call.arguments().isEmpty();
  }

  /** Whether a function is a method of one of the types. */
  static boolean isMethod(String name) {
    return name.startsWith(PACKAGE) && name.indexOf('.', PACKAGE.length()) > 0;
  }

  List<Datum> call(Frame frame, Op.Call call) {
    Value place = call.argument(0);
    List<Datum> given =
        call.arguments().stream().skip(1).map(value -> memory.of(frame, value)).toList();
    return apply(
        call.name().substring(PACKAGE.length()),
        memory.read(frame, place),
        given,
        datum -> memory.write(frame, place, datum, call.node()));
  }

  List<Datum> call(Instance instance, Invocation invocation) {
    String name = invocation.name();
    boolean isNumber = !name.contains(".Value.") && !name.contains(".Pointer.");
    Type type = name.contains(".Bool.") ? Basic.BOOL : Basic.INT64;
    Datum before =
        isNumber
            ? memory.part(instance, HELD, type)
            : instance.parts.computeIfAbsent(
                HELD, _ -> instance.isExternal ? Instances.external(Unknown.UNKNOWN) : Datum.NIL);
    return apply(
        name.substring(name.lastIndexOf('.') + 1),
        before,
        invocation.arguments(),
        datum -> {
          instance.parts.put(HELD, datum);
          if (instance.isExternal) {
            memory.escape(datum);
          }
        });
  }

  /**
   * @param name begins with what is done
   */
  private List<Datum> apply(String name, Datum before, List<Datum> given, Consumer<Datum> store) {
    if (name.startsWith("Load") || given.isEmpty()) {
      return List.of(before);
    }
    Datum first = given.getFirst();
    if (name.startsWith("Store") || name.startsWith("Swap")) {
      store.accept(first);
      return List.of(before);
    }
    if (name.startsWith("Add")) {
      Datum sum = memory.guesses().compute(Token.ADD, before, first);
      store.accept(sum);
      return List.of(sum);
    }
    if (!name.startsWith("CompareAndSwap") || given.size() < 2) {
      return List.of(before);
    }
    boolean isSame = memory.guesses().isTrue(memory.guesses().compute(Token.EQL, before, first));
    if (isSame) {
      store.accept(given.get(1));
    }
    return List.of(new Datum.Truth(isSame));
  }
}
