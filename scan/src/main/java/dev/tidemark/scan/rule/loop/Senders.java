package dev.tidemark.scan.rule.loop;

import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.scan.Unit;
import java.util.HashSet;
import java.util.Set;

/** Which channels in fields something is sent to; others are only ever closed, which is once. */
final class Senders {
  private final Set<FieldName> sentTo = new HashSet<>();
  private final Set<FieldName> closed = new HashSet<>();

  private Senders(Unit unit) {
    unit.forEachBody(body ->
        body.forEachOp(op -> {
          switch (op) {
            case Op.Send send -> note(send.channel(), sentTo);
            case Op.Select select ->
                select.choices().stream()
                    .filter(choice -> choice.direction() == Op.Direction.SEND)
                    .forEach(choice -> note(choice.channel(), sentTo));
            case Op.Call call ->
                // Whoever is handed the channel may send.
                call.arguments()
                    .forEach(given -> note(given, call.name().equals("close") ? closed : sentTo));
            case Op.Store store -> note(store.value(), sentTo);
            case Op.Return returned -> returned.values().forEach(one -> note(one, sentTo));
            case Op.Receive _, Op.Share _, Op.Load _ -> {}
          }
        }));
  }

  static Senders of(Unit unit) {
    return unit.once(Senders.class, () -> new Senders(unit));
  }

  /** Whether a clause of a select may be chosen time and again. */
  boolean canComeAgain(Op.Choice choice) {
    return switch (choice.channel()) {
      case Value.Result(Op.Call call, _) -> !call.lastName().equals("Done");
      case Value.Field(_, FieldName name, _) -> sentTo.contains(name) || !closed.contains(name);
      default -> true;
    };
  }

  private static void note(Value channel, Set<FieldName> found) {
    if (channel instanceof Value.Field field) {
      found.add(field.name());
    }
  }
}
