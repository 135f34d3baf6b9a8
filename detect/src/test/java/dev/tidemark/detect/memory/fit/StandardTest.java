package dev.tidemark.detect.memory.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.detect.memory.Looks;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StandardTest {
  @Test
  void weightsForTermsMadeAlikeSumToTheSameWhenUndone() {
    Example plain = Made.leak(1, 0.03);
    Example alike = Made.leak(1, 0.03);
    Standard standard = Standard.of(List.of(plain, Made.step(2, 0.2)));
    standard.apply(alike);
    double[] weights = new SplittableRandom(1).doubles(Looks.TERMS, -1, 1).toArray();
    float[] expected = new Network(0, weights).evidence(alike);
    float[] undone = new Network(0, standard.undone(weights)).evidence(plain);
    assertThat(undone).containsExactly(expected, within(1e-3f));
  }

  @Test
  void termsMadeAlikeHaveMeanZeroAndDeviationOne() {
    Example example = Made.leak(1, 0.03);
    Standard.of(List.of(example)).apply(example);
    double[] rise = new double[example.size()];
    Arrays.setAll(rise, row -> example.terms()[3][row]);
    double mean = Arrays.stream(rise).average().orElseThrow();
    double square = Arrays.stream(rise).map(value -> value * value).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(1e-3));
    assertThat(square).isCloseTo(1, within(1e-2));
  }
}
