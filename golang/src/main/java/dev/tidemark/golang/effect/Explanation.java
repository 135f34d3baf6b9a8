package dev.tidemark.golang.effect;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Value;
import dev.tidemark.golang.types.Place;
import dev.tidemark.golang.types.Signature;
import dev.tidemark.golang.types.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A summary in words, with the names that the source gives to what is called with. */
public final class Explanation {
  /** Of what is called, and of the functions that returned it. */
  private final List<Signature> calls;

  private final Function<Place, String> position;

  private Explanation(List<Signature> calls, Function<Place, String> position) {
    this.calls = calls;
    this.position = position;
  }

  /**
   * Lines without ends.
   *
   * @param position how a place is written, as {@code file:line}
   */
  public static List<String> of(Body body, Summary summary, Function<Place, String> position) {
    List<String> lines = new ArrayList<>();
    lines.add(body.name() + "  " + position.apply(new Place(body.file(), body.node().from())));
    lines.addAll(new Explanation(List.of(body.signature()), position).lines(summary));
    return lines;
  }

  private List<String> lines(Summary summary) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + (summary.returns() ? "returns" : "never returns"));
    if (summary.blocks()) {
      lines.add("  may wait for other goroutines");
    }
    if (summary.starts()) {
      lines.add("  starts goroutines");
    }
    for (Effect effect : summary.effects()) {
      lines.add("  " + sentence(effect) + "  " + position.apply(effect.place()));
    }
    for (LockUse use : summary.locks()) {
      lines.add("  " + sentence(use));
    }
    if (!summary.isComplete()) {
      lines.add("  not all that it calls could be followed");
    }
    for (Map.Entry<Integer, Summary> given : new TreeMap<>(summary.given()).entrySet()) {
      List<Signature> inner = new ArrayList<>();
      inner.add(calls.getFirst().returned(given.getKey()));
      inner.addAll(calls);
      lines.add("  calling result " + (given.getKey() + 1) + ":");
      new Explanation(inner, position)
          .lines(given.getValue())
          .forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private String sentence(Effect effect) {
    String target = name(effect.target());
    String said =
        switch (effect.kind()) {
          case CALLED -> target + " is called";
          case METHOD -> target + ": " + effect.detail() + " is called";
          case SENT_TO -> target + " is sent to";
          case RECEIVED_FROM -> target + " is received from";
          case CLOSED -> target + " is closed";
          case STORED -> target + " is stored in " + into(effect);
          case SENT -> target + " is sent to " + into(effect);
          case PASSED ->
              target
                  + " is handed to "
                  + (effect.detail().isEmpty() ? "a function" : effect.detail());
          case RETURNED -> target + " is returned as result " + (effect.result() + 1);
          case GROWN -> target + " gets elements";
          case SHRUNK -> target + " loses elements or is replaced";
          case WATCHED -> target + ": its end is waited for";
        };
    return said
        + (effect.isCertain() ? ", always" : ", on some paths")
        + (effect.isAsync() ? ", by a goroutine it starts" : "");
  }

  private String sentence(LockUse use) {
    String said =
        switch (use.outcome()) {
          case GIVEN_BACK -> "is locked, and unlocked again";
          case LEFT_LOCKED -> "is left locked, always";
          case LEFT_LOCKED_SOMETIMES -> "is left locked, on some paths";
          case UNLOCKED -> "is unlocked for who locked it, always";
          case UNLOCKED_SOMETIMES -> "is unlocked for who locked it, on some paths";
        };
    return name(use.lock()) + " " + said + (use.isForReading() ? " (for reading)" : "");
  }

  private String into(Effect effect) {
    return effect.into().equals(Value.NIL) ? "something of its own" : name(effect.into());
  }

  private String name(Value value) {
    return switch (value) {
      case Value.Argument(int index, int level) -> argument(index, level);
      case Value.Field field -> name(field.base()) + "." + field.name().name();
      case Value.Element(Value base, _) -> name(base) + "[…]";
      case Value.Global(Var symbol) -> symbol.pkg().path() + "." + symbol.name();
      default -> "a value of the function around it";
    };
  }

  private String argument(int index, int level) {
    Signature signature = calls.get(level);
    List<Var> vars = index < 0 ? signature.receiver() : signature.params();
    int at = Math.max(index, 0);
    if (at >= vars.size() || vars.get(at).name().isEmpty()) {
      return index < 0 ? "the receiver" : "argument " + (index + 1);
    }
    return vars.get(at).name();
  }
}
