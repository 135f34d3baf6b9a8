package dev.tidemark.demo;

import dev.tidemark.collect.live.Pace;
import java.time.Duration;

/** The time of a recording, played faster than the real one. */
public final class RecordedPace implements Pace {
  private final Pace real;
  private final long recordedStart;
  private final long realStart;
  private final double speed;

  /**
   * @param real the time it is played by
   * @param recordedStartMillis what the time is now
   * @param speed recorded seconds in a real one
   */
  public RecordedPace(Pace real, long recordedStartMillis, double speed) {
    this.real = real;
    this.recordedStart = recordedStartMillis;
    this.realStart = real.nowMillis();
    this.speed = speed;
  }

  @Override
  public long nowMillis() {
    return recordedStart + Math.round((real.nowMillis() - realStart) * speed);
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    real.pause(Duration.ofNanos(Math.round(duration.toNanos() / speed)));
  }
}
