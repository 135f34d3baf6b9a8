package dev.tidemark.golang.effect;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The effects of one body, numbered, with values named as its callers know them. */
final class EffectTable {
  private final Body body;
  private final Map<Effect.Key, Integer> numbers = new HashMap<>();
  private final List<Effect> effects = new ArrayList<>();
  private boolean isFull;

  EffectTable(Body body) {
    this.body = body;
  }

  List<Effect> effects() {
    return effects;
  }

  /** Whether there were more than {@link Summary#LIMIT}. */
  boolean isFull() {
    return isFull;
  }

  /**
   * Keeps what can be named outside: of a join, each of what meets there.
   *
   * @param certain gets the numbers of what is certain where it is added
   */
  void add(Effect effect, BitSet certain) {
    Set<Value> sources = sources(effect.target());
    // What it is stored in may have no name outside: that it is stored is still worth knowing.
    Value into = outside(effect.into()).orElse(Value.NIL);
    boolean isCertain = effect.isCertain() && sources.size() == 1;
    for (Value source : sources) {
      Optional<Value> target = outside(source);
      if (target.isPresent()) {
        int number = number(effect.with(target.get(), into).certain(isCertain));
        if (isCertain && number >= 0) {
          certain.set(number);
        }
      }
    }
  }

  /** -1 where there is no room. */
  private int number(Effect effect) {
    Integer known = numbers.get(effect.key());
    if (known != null) {
      if (effect.isCertain() && !effects.get(known).isCertain()) {
        effects.set(known, effect);
      }
      return known;
    }
    if (effects.size() >= Summary.LIMIT) {
      isFull = true;
      return -1;
    }
    numbers.put(effect.key(), effects.size());
    effects.add(effect);
    return effects.size() - 1;
  }

  private Set<Value> sources(Value value) {
    return value instanceof Value.Phi || value instanceof Value.Cell
        ? body.sources(value)
        : Set.of(value);
  }

  /** What a value is called outside of this body; nothing where it has no name there. */
  Optional<Value> outside(Value value) {
    return Substitution.apply(value, this::root);
  }

  private Value root(Value root) {
    return switch (root) {
      case Value.Parameter(Body owner, int index, _) when owner == body ->
          new Value.Argument(index);
      case Value.Global _ -> root;
      case Value.Argument _ -> Value.NIL;
      // A literal shares the values of the functions around it.
      case Value.Parameter _,
          Value.Cell _,
          Value.Made _,
          Value.Closure _,
          Value.BoundMethod _,
          Value.Result _,
          Value.Received _ ->
          body.isLiteral() ? root : Value.NIL;
      default -> Value.NIL;
    };
  }
}
