package dev.tidemark.detect.stream;

/**
 * A function of what it knew and what it sees. Time comes in with the observation; nothing is asked
 * from the world.
 *
 * @param <S> what it knows: a fold of the observations since a checkpoint
 * @param <O> what it sees; absence is an observation too
 * @param <E> what it says
 */
public interface Operator<S, O, E> {
  /** What is known before anything was seen. */
  S initial();

  /**
   * Takes one observation in.
   *
   * @param state is consumed: only the state of the result may be used from then on
   */
  Step<S, E> step(S state, O observation);
}
