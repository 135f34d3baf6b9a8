package dev.tidemark.scan;

import dev.tidemark.golang.effect.Effect;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a user says that functions do, where their code does not show it. Functions are told by
 * their names as {@link dev.tidemark.golang.ssa.QualifiedName} writes them.
 *
 * @param closes they give back, or see to it that somebody does, what they are called on or with
 * @param bounds they take things out of the containers that they are called on or with, or that
 *     these hold in a field
 * @param entries they are called again with each request
 */
public record Wrappers(Set<String> closes, Set<String> bounds, Set<String> entries) {
  public static final Wrappers NONE = new Wrappers(Set.of(), Set.of(), Set.of());

  public Wrappers {
    closes = Set.copyOf(closes);
    bounds = Set.copyOf(bounds);
    entries = Set.copyOf(entries);
  }

  /** For those who call them through others. */
  Set<Effect.Kind> effects(String function) {
    if (closes.isEmpty() && bounds.isEmpty()) {
      return Set.of();
    }
    Set<Effect.Kind> effects = EnumSet.noneOf(Effect.Kind.class);
    if (closes.contains(function)) {
      effects.add(Effect.Kind.PASSED);
    }
    if (bounds.contains(function)) {
      effects.add(Effect.Kind.SHRUNK);
    }
    return effects;
  }
}
