package dev.tidemark.detect.stream;

import java.util.List;

/** Drives an operator over the observations of one key, one by one. */
public final class Replay<S, O, E> {
  private final Operator<S, O, E> operator;
  private S state;

  private Replay(Operator<S, O, E> operator, S state) {
    this.operator = operator;
    this.state = state;
  }

  public static <S, O, E> Replay<S, O, E> fromStart(Operator<S, O, E> operator) {
    return new Replay<>(operator, operator.initial());
  }

  /** Goes on where a checkpoint was made. */
  public static <S, O, E> Replay<S, O, E> from(Operator<S, O, E> operator, S state) {
    return new Replay<>(operator, state);
  }

  /** What the operator says of this observation. */
  public List<E> accept(O observation) {
    Step<S, E> step = operator.step(state, observation);
    state = step.state();
    return step.signals();
  }

  public S state() {
    return state;
  }
}
