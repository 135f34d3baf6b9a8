package dev.tidemark.detect.memory;

import static dev.tidemark.detect.memory.MadeSeries.MINUTE;
import static dev.tidemark.detect.memory.MadeSeries.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.detect.memory.MemoryObservation.Sample;
import dev.tidemark.detect.memory.MemoryObservation.Tick;
import dev.tidemark.detect.memory.MemorySignal.LeakSeen;
import dev.tidemark.detect.memory.MemorySignal.Restarted;
import dev.tidemark.detect.stream.Replay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryLeakDetectorTest {
  private static final MemoryLeakDetector DETECTOR = new MemoryLeakDetector();
  private static final double HOUR = 3_600_000;

  @ParameterizedTest
  @CsvSource({"0.01, 8", "0.02, 5", "0.05, 3", "0.1, 2.5"})
  void aLeakIsSeenOnceAndWithItsSlope(double perHour, double hours) {
    List<MemorySignal> said = signals(MadeSeries.leak(1, perHour));
    assertThat(said).hasSize(1);
    LeakSeen leak = (LeakSeen) said.getFirst();
    assertThat((leak.epochMillis() - START) / HOUR - 6).isBetween(1.0, hours);
    assertThat(leak.slope().estimate()).isCloseTo(perHour, within(0.35 * perHour));
    assertThat(perHour).isBetween(leak.slope().low(), leak.slope().high());
    assertThat(leak.slope().low()).isNotNegative();
    assertThat(leak.limit()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aLeakUnderTheSwingOfCollectionsIsSeenToo(long seed) {
    assertThat(signals(MadeSeries.swingingLeak(seed, 0.03))).first().isInstanceOf(LeakSeen.class);
  }

  @Test
  void noiseIsNoLeak() {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(signals(MadeSeries.of(seed, 3 * 1440, _ -> 0.4))).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void oneStepIsNoLeak() {
    assertThat(signals(MadeSeries.of(1, 1440, minute -> minute < 600 ? 0.3 : 0.45))).isEmpty();
  }

  @Test
  void aDailySwingSeenFromItsPeakOnIsNoLeak() {
    assertThat(
            signals(
                MadeSeries.of(
                    1, 3 * 1440, minute -> 0.5 + 0.1 * Math.cos(minute * 2 * Math.PI / 1440))))
        .isEmpty();
  }

  @Test
  void aWarmUpIsNoLeak() {
    assertThat(signals(MadeSeries.of(1, 1440, minute -> 0.5 - 0.2 * Math.exp(-minute / 60.0))))
        .isEmpty();
  }

  @Test
  void aJobThatComesBackIsNoLeak() {
    assertThat(signals(MadeSeries.of(1, 2 * 1440, minute -> 0.3 + 0.1 * (minute % 175) / 175)))
        .isEmpty();
  }

  @Test
  void aRestartIsToldAndWhatCameBeforeIsNotComparedWith() {
    List<MemorySignal> said =
        signals(
            MadeSeries.of(
                1,
                1440,
                minute -> minute < 600 ? 0.7 : 0.2 + Math.max(0, minute - 700) * 0.04 / 60));
    assertThat(said).hasSize(2);
    assertThat(said.get(0)).isEqualTo(new Restarted(START + 600 * MINUTE));
    assertThat(said.get(1)).isInstanceOf(LeakSeen.class);
  }

  @Test
  void theUnitDoesNotMatter() {
    List<MemoryObservation> bytes = new ArrayList<>();
    for (MemoryObservation seen : MadeSeries.leak(3, 0.05)) {
      if (seen instanceof Sample sample) {
        bytes.add(
            new Sample(
                sample.sequence(), sample.epochMillis(), sample.value() * (1 << 30), 1 << 30));
      }
    }
    List<MemorySignal> inBytes = signals(bytes);
    List<MemorySignal> asFraction = signals(MadeSeries.leak(3, 0.05));
    assertThat(inBytes.getFirst().epochMillis()).isEqualTo(asFraction.getFirst().epochMillis());
  }

  @Test
  void duplicatesAndLateOnesChangeNothing() {
    List<MemoryObservation> plain = MadeSeries.leak(2, 0.05);
    List<MemoryObservation> disturbed = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      disturbed.add(plain.get(i));
      if (i % 3 == 0) {
        disturbed.add(plain.get(i));
      }
      if (i > 10 && i % 5 == 0) {
        disturbed.add(plain.get(i - 7));
      }
    }
    Replay<MemoryState, MemoryObservation, MemorySignal> replay = Replay.fromStart(DETECTOR);
    List<MemorySignal> said = new ArrayList<>();
    disturbed.forEach(seen -> said.addAll(replay.accept(seen)));
    assertThat(said).isEqualTo(signals(plain));
    assertThat(replay.state().passedOver()).isEqualTo(disturbed.size() - plain.size());
  }

  @Test
  void aTickEndsABlockAndIsNoSample() {
    Replay<MemoryState, MemoryObservation, MemorySignal> replay = Replay.fromStart(DETECTOR);
    MadeSeries.of(1, 5, _ -> 0.4).forEach(replay::accept);
    assertThat(replay.state().blocks.count()).isZero();
    assertThat(replay.accept(new Tick(5, START + 5 * MINUTE))).isEmpty();
    assertThat(replay.state().blocks.count()).isEqualTo(1);
    assertThat(replay.state().samples()).isEqualTo(5);
  }

  @Test
  void afterALongSilenceItMayBeAnotherProcess() {
    Replay<MemoryState, MemoryObservation, MemorySignal> replay = Replay.fromStart(DETECTOR);
    MadeSeries.of(1, 300, _ -> 0.4).forEach(replay::accept);
    assertThat(replay.accept(new Sample(300, START + 1000 * MINUTE, 0.5, 1))).isEmpty();
    assertThat(replay.state().lifeSpanMillis()).isZero();
    assertThat(replay.state().blocks.count()).isZero();
  }

  @Test
  void whatTheDetectorKnowsDoesNotDependOnWhatComes() {
    List<MemoryObservation> whole = MadeSeries.swingingLeak(5, 0.05);
    LeakSeen leak = (LeakSeen) signals(whole).getFirst();
    List<MemoryObservation> cut =
        whole.stream().filter(seen -> seen.epochMillis() <= leak.epochMillis()).toList();
    assertThat(signals(cut)).containsExactly(leak);
  }

  private static List<MemorySignal> signals(List<MemoryObservation> series) {
    Replay<MemoryState, MemoryObservation, MemorySignal> replay = Replay.fromStart(DETECTOR);
    List<MemorySignal> said = new ArrayList<>();
    series.forEach(seen -> said.addAll(replay.accept(seen)));
    return said;
  }
}
