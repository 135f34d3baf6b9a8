package dev.tidemark.detect.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.detect.stream.MalformedStateException;
import dev.tidemark.detect.stream.Replay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A stream may be cut anywhere, its state kept as bytes, and gone on with. */
class CheckpointTest {
  private static final MemoryLeakDetector DETECTOR = new MemoryLeakDetector();
  private static final MemoryStateCodec CODEC = new MemoryStateCodec();

  @Test
  void cutAnywhereTheSignalsAreTheSame() throws MalformedStateException {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 60; round++) {
      List<MemoryObservation> series = series(round);
      List<MemorySignal> whole = new ArrayList<>();
      Replay<MemoryState, MemoryObservation, MemorySignal> uncut = Replay.fromStart(DETECTOR);
      series.forEach(seen -> whole.addAll(uncut.accept(seen)));

      List<MemorySignal> pieces = new ArrayList<>();
      Replay<MemoryState, MemoryObservation, MemorySignal> cut = Replay.fromStart(DETECTOR);
      for (MemoryObservation seen : series) {
        if (random.nextInt(200) == 0) {
          cut = Replay.from(DETECTOR, CODEC.decode(CODEC.encode(cut.state())));
        }
        pieces.addAll(cut.accept(seen));
      }
      assertThat(pieces).as("round %d", round).isEqualTo(whole);
      assertThat(CODEC.encode(cut.state())).isEqualTo(CODEC.encode(uncut.state()));
    }
  }

  @Test
  void aStateStaysWithinItsBound() {
    Replay<MemoryState, MemoryObservation, MemorySignal> replay = Replay.fromStart(DETECTOR);
    MadeSeries.of(1, 20 * 1440, _ -> 0.4).forEach(replay::accept);
    assertThat(CODEC.encode(replay.state()))
        .hasSizeLessThanOrEqualTo(MemoryStateCodec.MOST_BYTES)
        .hasSizeGreaterThan(MemoryStateCodec.MOST_BYTES / 2);
    assertThat(MemoryStateCodec.MOST_BYTES).isLessThan(32 << 10);
  }

  @Test
  void damagedBytesEndInTheTypedErrorOrInAState() {
    Replay<MemoryState, MemoryObservation, MemorySignal> replay = Replay.fromStart(DETECTOR);
    MadeSeries.of(1, 600, _ -> 0.4).forEach(replay::accept);
    byte[] bytes = CODEC.encode(replay.state());
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> CODEC.decode(cut)).isInstanceOf(MalformedStateException.class);
    }
    assertThatThrownBy(() -> CODEC.decode(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(MalformedStateException.class)
        .hasMessage("there is more behind the state");
    int read = 0;
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) 0xff;
      try {
        CODEC.decode(changed);
        read++;
      } catch (MalformedStateException expected) {
        assertThat(expected).hasMessageNotContaining("null");
      }
    }
    assertThat(read).isPositive().isLessThan(bytes.length);
  }

  /** Leaks, restarts, gaps and ticks, by turns. */
  private static List<MemoryObservation> series(int round) {
    List<MemoryObservation> series =
        round % 2 == 0
            ? MadeSeries.swingingLeak(round, 0.01 * (round % 10))
            : MadeSeries.of(
                round,
                1440,
                minute -> (minute % 500 < 30 ? 0.1 : 0.3) + minute % 500 * 0.0002 * (round % 4));
    SplittableRandom random = new SplittableRandom(round);
    List<MemoryObservation> disturbed = new ArrayList<>();
    for (MemoryObservation seen : series) {
      if (random.nextInt(20) == 0) {
        disturbed.add(new MemoryObservation.Tick(seen.sequence(), seen.epochMillis()));
      } else if (round % 7 != 3 || seen.sequence() < 400 || seen.sequence() > 650) {
        disturbed.add(seen);
      }
    }
    return disturbed;
  }
}
