package dev.tidemark.detect;

/**
 * One way in which errors of observations may hang together: a part that is fresh with every
 * observation, and a part that fades with time.
 *
 * @param persistence the time after which a third of the lasting part is left, as a multiple of the
 *     time observed; 0 where nothing lasts
 * @param fresh share of the variance that is new with every observation, 0 to 1
 */
record NoiseModel(double persistence, double fresh) {
  /** For quantities whose noise is unknown: from fresh each time to a walk. */
  static final NoiseModel[] EXACT = {
    new NoiseModel(0, 1),
    new NoiseModel(0.05, 0),
    new NoiseModel(0.15, 0),
    new NoiseModel(0.5, 0),
    new NoiseModel(1.5, 0),
    new NoiseModel(5, 0),
    new NoiseModel(0.15, 0.5),
    new NoiseModel(0.5, 0.5),
    new NoiseModel(1.5, 0.5),
    new NoiseModel(5, 0.5),
  };

  /**
   * For counts of sampled objects, which stay sampled while they live: from objects that are gone
   * at the next look to such as outlive the window five hundred times.
   */
  static final NoiseModel[] SAMPLED = {
    new NoiseModel(0, 1),
    new NoiseModel(0.05, 0),
    new NoiseModel(0.15, 0),
    new NoiseModel(0.5, 0),
    new NoiseModel(1.5, 0),
    new NoiseModel(5, 0),
    new NoiseModel(15, 0),
    new NoiseModel(50, 0),
    new NoiseModel(150, 0),
    new NoiseModel(500, 0),
    new NoiseModel(1.5, 0.3),
    new NoiseModel(5, 0.3),
    new NoiseModel(15, 0.1),
    new NoiseModel(50, 0.1),
  };

  /** Correlation of the errors of two observations this share of the window apart. */
  double correlation(double apart) {
    if (apart == 0) {
      return 1;
    }
    return persistence == 0 ? 0 : (1 - fresh) * Math.exp(-apart / persistence);
  }
}
