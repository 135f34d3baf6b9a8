package dev.tidemark.scan.request;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.FieldName;
import dev.tidemark.golang.ssa.Op;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Var;
import dev.tidemark.scan.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What requests send to the channels of a package, by which other goroutines work for them: the hub
 * that keeps connections, the worker that counts.
 */
public final class SentValues {
  private final Map<Object, List<Sent>> sent = new HashMap<>();

  /**
   * @param body in which it is sent
   */
  public record Sent(Body body, Value value) {}

  private SentValues(Unit unit) {
    RequestPaths paths = RequestPaths.of(unit);
    unit.forEachBody(body -> {
      if (paths.handler(body).isPresent()) {
        body.forEachOp(op -> look(body, op));
      }
    });
  }

  public static SentValues of(Unit unit) {
    return unit.oncePerRoots(SentValues.class, () -> new SentValues(unit));
  }

  /** What requests send that a value, or what it is a part of, is received from. */
  public List<Sent> of(Body body, Value value) {
    List<Sent> all = new ArrayList<>();
    find(body, value, new HashSet<>(), all);
    return all;
  }

  /**
   * @param seen what was looked at: the next one of a list is a part of itself
   */
  private void find(Body body, Value value, Set<Value> seen, List<Sent> all) {
    for (Value source : body.sources(value)) {
      switch (source) {
        case Value.Field field when seen.add(field.base()) -> find(body, field.base(), seen, all);
        case Value.Received received ->
            key(received.channel()).map(sent::get).ifPresent(all::addAll);
        default -> {}
      }
    }
  }

  private void look(Body body, Op op) {
    switch (op) {
      case Op.Send send -> add(body, send.channel(), send.value());
      case Op.Select select -> {
        for (Op.Choice choice : select.choices()) {
          if (choice.direction() == Op.Direction.SEND) {
            add(body, choice.channel(), choice.value());
          }
        }
      }
      default -> {}
    }
  }

  private void add(Body body, Value channel, Value value) {
    key(channel)
        .ifPresent(
            key -> sent.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Sent(body, value)));
  }

  private static Optional<Object> key(Value channel) {
    return switch (channel) {
      case Value.Field(_, FieldName name, _) -> Optional.of(name);
      case Value.Global(Var symbol) -> Optional.of(symbol);
      default -> Optional.empty();
    };
  }
}
