package dev.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrendLineTest {
  private static final double[] MINUTES = minutes(16);

  @Test
  void aStraightLineHasItsSlopeAndNoDoubt() {
    double[] values = Arrays.stream(MINUTES).map(m -> 10 + 3 * m).toArray();
    Trend trend = TrendLine.fit(MINUTES, values, 0);
    assertThat(trend.slope()).isCloseTo(3, within(1e-9));
    assertThat(trend.growth().isCertain()).isTrue();
  }

  @Test
  void oneObservationLeavesEverySlopeOpen() {
    Trend trend = TrendLine.fit(new double[] {0}, new double[] {5}, 0);
    assertThat(trend.isKnown()).isFalse();
    assertThat(trend.growth().low()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void twoObservationsAreOnlyAsSureAsSamplingIs() {
    double[] values = {0, 10};
    assertThat(TrendLine.fit(new double[] {0, 1}, values, 0).isKnown()).isFalse();
    assertThat(TrendLine.fit(new double[] {0, 1}, values, 4).standardError()).isEqualTo(2);
  }

  @Test
  void independentScatterIsCoveredInNinetyFivePercent() {
    assertThat(coverage(0)).isBetween(0.93, 0.995);
  }

  @Test
  void scatterThatFollowsItselfIsStillMostlyCovered() {
    assertThat(coverage(0.5)).isGreaterThan(0.90);
  }

  @Test
  void aRandomWalkOfKnownVarianceIsCovered() {
    SplittableRandom random = new SplittableRandom(11);
    int covered = 0;
    int runs = 4000;
    for (int run = 0; run < runs; run++) {
      double[] values = new double[MINUTES.length];
      for (int i = 1; i < values.length; i++) {
        values[i] = values[i - 1] + random.nextGaussian();
      }
      Growth growth = TrendLine.fit(MINUTES, values, values.length - 1).growth();
      covered += growth.low() <= 0 && 0 <= growth.high() ? 1 : 0;
    }
    assertThat(covered / (double) runs).isGreaterThan(0.95);
  }

  private static double coverage(double correlation) {
    SplittableRandom random = new SplittableRandom(7);
    int covered = 0;
    int runs = 4000;
    for (int run = 0; run < runs; run++) {
      double error = random.nextGaussian();
      double[] values = new double[MINUTES.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = 2 * MINUTES[i] + error;
        error =
            correlation * error + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
      }
      Growth growth = TrendLine.fit(MINUTES, values, 0).growth();
      covered += growth.low() <= 2 && 2 <= growth.high() ? 1 : 0;
    }
    return covered / (double) runs;
  }

  private static double[] minutes(int count) {
    double[] minutes = new double[count];
    for (int i = 0; i < count; i++) {
      minutes[i] = i / 6.0;
    }
    return minutes;
  }
}
