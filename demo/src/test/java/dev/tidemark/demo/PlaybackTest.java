package dev.tidemark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.collect.live.Pace;
import dev.tidemark.detect.Sites;
import dev.tidemark.diagnose.Diagnosis;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.Verdict;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.frame.FrameOwners;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole live path over real HTTP, by a clock that only moves when someone waits. */
class PlaybackTest {
  private static final Path RUNS =
      Path.of(System.getProperty("tidemark.captures", "captures"), "contextglobal");

  @Test
  void theLeakingServiceLeaks() throws Exception {
    Report report = watch("leaking");
    assertThat(report.verdict()).isInstanceOf(Verdict.Leak.class);
    assertThat(report.cases().getFirst().site().frame().function())
        .isEqualTo("net/textproto.readMIMEHeader");
    assertThat(report.unreadable()).isEmpty();
  }

  @Test
  void itsFixedTwinDoesNot() throws Exception {
    assertThat(watch("fixed").verdict()).isInstanceOf(Verdict.Steady.class);
  }

  @Test
  void progressIsToldAtEachReading() throws Exception {
    List<Integer> readings = new ArrayList<>();
    Recording recording = Recording.in(RUNS.resolve("leaking"));
    new Playback(recording, 20, Limits.DEFAULT)
        .watch(new ManualPace(), progress -> readings.add(progress.reading()));
    assertThat(readings).hasSize(16).startsWith(1, 2, 3).endsWith(16);
  }

  @Test
  void aFolderWithoutCapturesIsNoRecording() {
    assertThatThrownBy(() -> Recording.in(RUNS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no captures in");
  }

  private static Report watch(String variant) throws Exception {
    Recording recording = Recording.in(RUNS.resolve(variant));
    Playback.Watched watched =
        new Playback(recording, 20, Limits.DEFAULT).watch(new ManualPace(), progress -> {});
    return new Diagnosis(new Sites(FrameOwners.withoutHint()))
        .report(watched.seen().evidence(watched.address()));
  }

  private static final class ManualPace implements Pace {
    private long now = 1_000_000;

    @Override
    public synchronized long nowMillis() {
      return now;
    }

    @Override
    public synchronized void pause(Duration duration) {
      now += duration.toMillis();
    }
  }
}
