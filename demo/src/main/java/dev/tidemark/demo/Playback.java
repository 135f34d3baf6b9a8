package dev.tidemark.demo;

import dev.tidemark.collect.EvidenceBuilder;
import dev.tidemark.collect.Unusable;
import dev.tidemark.collect.live.Access;
import dev.tidemark.collect.live.LiveRun;
import dev.tidemark.collect.live.Pace;
import dev.tidemark.collect.live.Target;
import dev.tidemark.collect.live.Watch;
import dev.tidemark.profile.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Plays a recording as a process and watches that process the way {@code inspect} watches a live
 * one, over HTTP; only the time runs faster.
 */
public final class Playback {
  private static final Duration STEP = Duration.ofSeconds(10);

  private final Recording recording;
  private final double speed;
  private final Limits limits;

  public Playback(Recording recording, double speed, Limits limits) {
    this.recording = recording;
    this.speed = speed;
    this.limits = limits;
  }

  /** Watches the whole recording; the address it was served at stands in what is returned. */
  public Watched watch(Pace real, Consumer<LiveRun.Progress> progress)
      throws IOException, Unusable {
    RecordedPace pace = new RecordedPace(real, recording.firstMillis(), speed);
    EvidenceBuilder builder = new EvidenceBuilder(limits, profile -> profile);
    try (RecordedProcess process = RecordedProcess.start(recording, pace)) {
      Watch watch = new Watch(recording.length(), STEP, false, Path.of(""));
      new LiveRun(
              Target.of(process.address()),
              Access.open(Duration.ofSeconds(10)),
              watch,
              pace,
              limits)
          .into(builder, progress);
      return new Watched(process.address(), builder);
    }
  }

  /** What was seen, and where. */
  public record Watched(String address, EvidenceBuilder seen) {}
}
