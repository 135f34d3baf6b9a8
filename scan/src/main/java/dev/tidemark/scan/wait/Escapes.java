package dev.tidemark.scan.wait;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What code that can't be seen gets hold of, and all that can be reached from it. */
final class Escapes {
  private final Layout.Table layouts;
  private final Memory memory;
  private final Set<Datum> escaped = new HashSet<>();
  private boolean hasAny;

  Escapes(Layout.Table layouts, Memory memory) {
    this.layouts = layouts;
    this.memory = memory;
  }

  /** Whether anything has. */
  boolean hasAny() {
    return hasAny;
  }

  void of(Datum datum) {
    switch (datum) {
      case Instance instance -> {
        // What is stored in what has escaped escapes then.
        if (!instance.isExternal) {
          hasAny |= !(instance instanceof Instance.Context);
          instance(instance);
        }
      }
      case Datum.Code(Body body, Frame captured) -> {
        hasAny = true;
        if (escaped.add(datum)) {
          reached(body, captured)
              .forEach(one -> {
                if (one instanceof Instance.Lock lock) {
                  lock.isUncertain = true;
                }
                of(one);
              });
        }
      }
      case Datum.Method(_, Datum receiver) -> {
        if (receiver instanceof Instance.Lock lock) {
          lock.isUncertain = true;
        }
        of(receiver);
      }
      case Datum.OnceOnly(_, Datum function) -> of(function);
      case Datum.Cancel(Instance.Context context) -> {
        context.done.isExternal = true;
        context.done.world = Instance.World.CLOSES;
      }
      default -> {}
    }
  }

  private void instance(Instance instance) {
    if (instance instanceof Instance.Context) {
      // Who holds a context can't end it.
      return;
    }
    instance.isExternal = true;
    switch (instance) {
      case Instance.Sequence sequence -> sequence.elements.forEach(this::of);
      case Instance.Table table -> table.entries.values().forEach(this::of);
      case Instance.Channel channel -> channel.buffer.forEach(this::of);
      default -> {}
    }
    List.copyOf(instance.parts.values()).forEach(this::of);
  }

  /** What a function literal can get at: what it speaks of that is known already. */
  private List<Datum> reached(Body body, Frame captured) {
    Frame inside = new Frame(body, captured, null, Datum.NIL, List.of());
    return layouts.of(body).mentioned.stream()
        .filter(value -> isOutside(inside, value))
        .map(value -> memory.of(inside, value))
        .toList();
  }

  private static boolean isOutside(Frame inside, Value value) {
    return switch (value) {
      case Value.Made made -> isKnown(inside, frame -> frame.made.containsKey(made.site().node()));
      case Value.Result result ->
          isKnown(inside, frame -> frame.results.containsKey(result.call()));
      case Value.Received received ->
          isKnown(inside, frame -> frame.received.containsKey(received.site().node()));
      case Value.Phi phi -> isKnown(inside, frame -> frame.joins.containsKey(phi));
      case Value.Parameter parameter -> {
        Frame owner = inside.of(parameter.body());
        yield owner != null && owner != inside;
      }
      case Value.Cell(Var symbol) -> inside.variable(symbol) != null;
      case Value.Field field -> isOutside(inside, field.base());
      default -> false;
    };
  }

  private static boolean isKnown(Frame inside, Predicate<Frame> holds) {
    for (Frame at = inside; at != null; at = at.outer) {
      if (holds.test(at)) {
        return true;
      }
    }
    return false;
  }
}
