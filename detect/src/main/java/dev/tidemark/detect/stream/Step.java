package dev.tidemark.detect.stream;

import java.util.List;

/** What an operator knows after an observation, and what it has to say of it. */
public record Step<S, E>(S state, List<E> signals) {
  public static <S, E> Step<S, E> silent(S state) {
    return new Step<>(state, List.of());
  }
}
