package dev.tidemark.scan;

/**
 * A rule that finds more where more is known to be run by requests: it asks {@code RequestPaths} or
 * {@code RequestData}, and so is asked again with other {@link Unit#roots}.
 */
public interface RequestRule extends Rule {
  /** Whether it asks for {@code RequestData.plain} alone. */
  default boolean asksForPlainData() {
    return false;
  }

  /**
   * Whether it finds the same where what makes an object is there for other modules, and nobody in
   * this one calls it.
   */
  default boolean holdsForUsers() {
    return false;
  }
}
