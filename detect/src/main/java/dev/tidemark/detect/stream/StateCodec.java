package dev.tidemark.detect.stream;

/**
 * States as bytes, for checkpoints: {@code decode(encode(state))} goes on as {@code state} would.
 */
public interface StateCodec<S> {
  byte[] encode(S state);

  /**
   * The state that was encoded, by this version or an earlier one.
   *
   * @throws MalformedStateException if these are no bytes of a state
   */
  S decode(byte[] bytes) throws MalformedStateException;
}
