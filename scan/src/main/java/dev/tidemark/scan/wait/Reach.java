package dev.tidemark.scan.wait;

import java.util.Set;

/** What a goroutine that is still alive can get at. */
final class Reach {
  private Reach() {}

  static void of(Memory memory, Frame frame, Set<Datum> found) {
    for (Frame at = frame; at != null; at = at.outer) {
      at.results.values().forEach(list -> list.forEach(one -> of(memory, one, found)));
      at.received.values().forEach(one -> of(memory, one, found));
      at.made.values().forEach(one -> of(memory, one, found));
      at.joins.values().forEach(one -> of(memory, one, found));
      at.variables.values().forEach(one -> of(memory, one.value, found));
      at.arguments.forEach(one -> of(memory, one, found));
      of(memory, at.receiver, found);
    }
  }

  private static void of(Memory memory, Datum datum, Set<Datum> found) {
    if (!found.add(datum)) {
      return;
    }
    switch (datum) {
      case Instance instance -> {
        instance.parts.values().forEach(one -> of(memory, one, found));
        switch (instance) {
          case Instance.Sequence sequence ->
              sequence.elements.forEach(one -> of(memory, one, found));
          case Instance.Table table ->
              table.entries.values().forEach(one -> of(memory, one, found));
          case Instance.Channel channel -> channel.buffer.forEach(one -> of(memory, one, found));
          case Instance.Context context -> of(memory, context.done, found);
          case Instance.Condition condition -> of(memory, condition.lock, found);
          default -> {}
        }
      }
      case Datum.Code(_, Frame captured) -> of(memory, captured, found);
      case Datum.Method(_, Datum receiver) -> of(memory, receiver, found);
      case Datum.Cancel(Instance.Context context) -> of(memory, context, found);
      case Datum.Term(_, Datum x, Datum y) -> {
        of(memory, x, found);
        of(memory, y, found);
      }
      default -> {}
    }
  }
}
