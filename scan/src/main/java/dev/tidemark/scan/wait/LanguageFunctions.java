package dev.tidemark.scan.wait;

import dev.tidemark.golang.types.Basic;
import dev.tidemark.golang.types.Builtin;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import java.util.List;

/** What the functions of the language do in a run. */
final class LanguageFunctions {
  /** Elements; a slice appended to itself in a loop doubles, and no wait needs as many. */
  private static final int LONGEST_SEQUENCE = 1_000;

  private final Machine machine;

  LanguageFunctions(Machine machine) {
    this.machine = machine;
  }

  List<Datum> call(Goroutine goroutine, Builtin.Function function, Invocation invocation) {
    Datum first = invocation.argument(0);
    return switch (function) {
      case CLOSE -> {
        if (first instanceof Instance.Channel channel) {
          if (channel.isClosed && !channel.isExternal) {
            machine.abandon();
          }
          channel.isClosed = true;
        } else if (first.equals(Datum.NIL)) {
          machine.abandon();
        }
        yield List.of();
      }
      case APPEND -> List.of(append(goroutine, invocation));
      case PANIC -> {
        machine.panic(goroutine);
        yield List.of();
      }
      // No run panics on its own.
      case RECOVER -> {
        boolean isRecovered = goroutine.isPanicking;
        goroutine.isPanicking = false;
        yield List.of(isRecovered ? Instance.error(Unknown.UNKNOWN) : Datum.NIL);
      }
      case COPY -> {
        copy(first, invocation.argument(1));
        yield List.of(Instances.external(Basic.INT));
      }
      case DELETE -> {
        if (first instanceof Instance.Table table) {
          table.entries.remove(invocation.argument(1));
        }
        yield List.of();
      }
      case CLEAR -> {
        if (first instanceof Instance.Table table) {
          table.entries.clear();
        }
        yield List.of();
      }
      default -> List.of(Instances.external(Unknown.UNKNOWN));
    };
  }

  private Datum append(Goroutine goroutine, Invocation invocation) {
    Datum first = invocation.argument(0);
    List<Datum> added = invocation.arguments().subList(1, invocation.arguments().size());
    if (first instanceof Instance.Sequence || first.equals(Datum.NIL)) {
      Type type = goroutine.top().body.info().type(invocation.call().node());
      Instance.Sequence longer = new Instance.Sequence(type);
      if (first instanceof Instance.Sequence before) {
        longer.elements.addAll(before.elements);
        longer.isExternal = before.isExternal;
      }
      if (invocation.call().node().ellipsis() < 0) {
        longer.elements.addAll(added);
        return longer;
      }
      if (added.getFirst() instanceof Instance.Sequence other
          && !other.isExternal
          && longer.elements.size() + other.elements.size() <= LONGEST_SEQUENCE) {
        longer.elements.addAll(other.elements);
        return longer;
      }
      return Instances.external(type);
    }
    added.forEach(machine.memory::escape);
    return first;
  }

  private static void copy(Datum to, Datum from) {
    if (!(to instanceof Instance.Sequence target)) {
      return;
    }
    if (from instanceof Instance.Sequence source && !source.isExternal) {
      for (int i = 0; i < Math.min(target.elements.size(), source.elements.size()); i++) {
        target.elements.set(i, source.elements.get(i));
      }
    } else {
      target.isOfOthers = true;
      target.elements.replaceAll(_ -> Instances.external(Memory.elementType(target.type)));
    }
  }
}
