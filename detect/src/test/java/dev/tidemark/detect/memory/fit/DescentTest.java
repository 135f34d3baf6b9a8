package dev.tidemark.detect.memory.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DescentTest {
  @Test
  void leaksAreToldFromStepsAfterFewSteps() {
    List<Example> examples = fitted();
    Network network = new Descent(examples, 60, 1).run(4);
    double threshold = Threshold.of(network, examples, 0);
    Score score = Score.of(network.lowered(threshold), examples);
    assertThat(score.harmlessFlagged()).isZero();
    assertThat(score.delays().values())
        .hasSize(6)
        .allSatisfy(hours -> assertThat(hours.getFirst()).isBetween(0.5, 12.0));
  }

  @Test
  void theSameSeedGivesTheSameWeightsAndAnotherSeedOthers() {
    double[] weights = new Descent(fitted(), 5, 1).run(4).weights();
    assertThat(new Descent(fitted(), 5, 1).run(4).weights()).isEqualTo(weights);
    assertThat(new Descent(fitted(), 5, 2).run(4).weights()).isNotEqualTo(weights);
  }

  @Test
  void theThresholdLetsNoMoreHarmlessSeriesPassThanAllowed() {
    List<Example> examples = fitted();
    Network network = new Descent(examples, 1, 1).run(4);
    for (double share : new double[] {0, 0.5}) {
      Network lowered = network.lowered(Threshold.of(network, examples, share));
      assertThat(Score.of(lowered, examples).harmlessFlagged())
          .isLessThanOrEqualTo((int) (6 * share));
    }
  }

  private static List<Example> fitted() {
    List<Example> examples = Made.some();
    Standard standard = Standard.of(examples);
    examples.forEach(standard::apply);
    return examples;
  }
}
