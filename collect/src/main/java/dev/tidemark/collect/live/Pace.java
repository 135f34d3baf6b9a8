package dev.tidemark.collect.live;

import java.time.Duration;

/** The time a live run goes by: the real one, or a recorded one that is replayed faster. */
public interface Pace {
  /** Milliseconds since the epoch. */
  long nowMillis();

  /** Waits; ends early when interrupted. */
  void pause(Duration duration) throws InterruptedException;

  /** The clock of this machine. */
  static Pace real() {
    return new Pace() {
      @Override
      public long nowMillis() {
        return System.currentTimeMillis();
      }

      @Override
      public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
      }
    };
  }
}
