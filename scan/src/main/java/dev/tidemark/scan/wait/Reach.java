package dev.tidemark.scan.wait;

import java.util.Set;

/** What a goroutine that is still alive can get at. */
final class Reach {
  private Reach() {}

  static void of(Frame frame, Set<Datum> found) {
    for (Frame at = frame; at != null; at = at.outer) {
      at.results.values().forEach(list -> list.forEach(one -> of(one, found)));
      at.received.values().forEach(one -> of(one, found));
      at.made.values().forEach(one -> of(one, found));
      at.joins.values().forEach(one -> of(one, found));
      at.variables.values().forEach(one -> of(one.value, found));
      at.arguments.forEach(one -> of(one, found));
      of(at.receiver, found);
    }
  }

  private static void of(Datum datum, Set<Datum> found) {
    if (!found.add(datum)) {
      return;
    }
    switch (datum) {
      case Instance instance -> {
        instance.parts.values().forEach(one -> of(one, found));
        switch (instance) {
          case Instance.Sequence sequence -> sequence.elements.forEach(one -> of(one, found));
          case Instance.Table table -> table.entries.values().forEach(one -> of(one, found));
          case Instance.Channel channel -> channel.buffer.forEach(one -> of(one, found));
          case Instance.Context context -> of(context.done, found);
          case Instance.Condition condition -> of(condition.lock, found);
          default -> {}
        }
      }
      case Datum.Code(_, Frame captured) -> of(captured, found);
      case Datum.Method(_, Datum receiver) -> of(receiver, found);
      case Datum.Cancel(Instance.Context context) -> of(context, found);
      case Datum.Term(_, Datum x, Datum y) -> {
        of(x, found);
        of(y, found);
      }
      default -> {}
    }
  }
}
