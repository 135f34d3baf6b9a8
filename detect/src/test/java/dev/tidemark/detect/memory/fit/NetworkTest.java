package dev.tidemark.detect.memory.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.detect.memory.MemoryLeakDetector;
import dev.tidemark.detect.memory.MemoryObservation;
import dev.tidemark.detect.memory.MemoryObservation.Sample;
import dev.tidemark.detect.memory.MemorySignal;
import dev.tidemark.detect.memory.MemorySignal.LeakSeen;
import dev.tidemark.detect.memory.MemoryState;
import dev.tidemark.detect.stream.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final Network NETWORK = Network.random(3, new SplittableRandom(1));

  @Test
  void theGradientIsTheChangeOfTheEvidenceWithEachWeight() {
    Example example = Made.leak(1, 0.03);
    int row = example.size() / 2;
    double[] gradient = new double[NETWORK.weights().length];
    NETWORK.addGradient(example, row, 1, gradient);
    for (int i = 0; i < gradient.length; i += 5) {
      double[] more = NETWORK.weights().clone();
      double[] less = NETWORK.weights().clone();
      more[i] += 0.01;
      less[i] -= 0.01;
      double change =
          new Network(3, more).evidence(example)[row] - new Network(3, less).evidence(example)[row];
      assertThat(gradient[i]).isCloseTo(change / 0.02, within(2e-2));
    }
  }

  @Test
  void theMeanOfNetworksHasTheMeanOfTheirEvidence() {
    Example example = Made.leak(1, 0.03);
    Network other = Network.random(5, new SplittableRandom(2));
    float[] mean = Network.mean(List.of(NETWORK, other)).evidence(example);
    for (int row = 0; row < mean.length; row += 100) {
      double expected = (NETWORK.evidence(example)[row] + other.evidence(example)[row]) / 2.0;
      assertThat((double) mean[row]).isCloseTo(expected, within(1e-3));
    }
  }

  @Test
  void theDetectorSpeaksWhenTheEvidenceOfItsOwnNetworkPassesZero() {
    RawSeries series = Made.series(3, minute -> 0.3 + Math.max(0, minute - 360) * 0.03 / 60);
    Example example = Example.of(series, new Label.Leak(Made.START, 0.03));
    float[] evidence = Network.current().evidence(example);
    int first = 0;
    while (evidence[first] <= 0) {
      first++;
    }
    LeakSeen seen = (LeakSeen) detected(series).getFirst();
    assertThat(example.epochMillis()[first]).isEqualTo(seen.epochMillis());
  }

  private static List<MemorySignal> detected(RawSeries series) {
    Replay<MemoryState, MemoryObservation, MemorySignal> replay =
        Replay.fromStart(new MemoryLeakDetector());
    List<MemorySignal> said = new ArrayList<>();
    for (int i = 0; i < series.values().length; i++) {
      said.addAll(replay.accept(new Sample(i, series.epochMillis()[i], series.values()[i], 1)));
    }
    return said;
  }
}
