package dev.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrendFitterTest {
  private static final double[] MINUTES = minutes(16);

  @Test
  void aStraightLineHasItsSlopeAndLittleDoubt() {
    double[] values = Arrays.stream(MINUTES).map(m -> 10 + 3 * m).toArray();
    Trend trend = exact(values);
    assertThat(trend.slope()).isCloseTo(3, within(1e-9));
    assertThat(trend.growth().isCertain()).isTrue();
  }

  @Test
  void oneObservationLeavesEverySlopeOpen() {
    Trend trend =
        TrendFitter.ofExact(new double[] {0}).fit(new double[] {5}, NoisePrior.guess(0.1));
    assertThat(trend.isKnown()).isFalse();
    assertThat(trend.growth().low()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void twoObservationsAreOnlyAsSureAsTheGuessAtTheirScatter() {
    TrendFitter fitter = TrendFitter.ofExact(new double[] {0, 1});
    double[] values = {10, 11};
    assertThat(fitter.fit(values, NoisePrior.guess(0.001)).growth().isCertain()).isTrue();
    assertThat(fitter.fit(values, NoisePrior.guess(0.5)).growth().isCertain()).isFalse();
  }

  @Test
  void independentScatterIsCoveredAndMore() {
    assertThat(coverage(0)).isBetween(0.95, 0.999);
  }

  @Test
  void scatterThatFollowsItselfIsCovered() {
    assertThat(coverage(0.5)).isBetween(0.94, 0.98);
  }

  @Test
  void evenScatterThatLastsForATenthOfTheRunIsMostlyCovered() {
    assertThat(coverage(0.7)).isGreaterThan(0.9);
  }

  @Test
  void manyObservationsCostNoMoreThanAFew() {
    double[] minutes = minutes(5_000);
    double[] values = Arrays.stream(minutes).map(m -> 7 - 2 * m).toArray();
    assertThat(Bins.of(minutes).minutes()).hasSizeLessThan(50);
    Trend trend = TrendFitter.ofExact(minutes).fit(values, NoisePrior.guess(0.1));
    assertThat(trend.slope()).isCloseTo(-2, within(1e-6));
  }

  private static double coverage(double correlation) {
    SplittableRandom random = new SplittableRandom(7);
    int covered = 0;
    int runs = 2000;
    for (int run = 0; run < runs; run++) {
      double error = random.nextGaussian();
      double[] values = new double[MINUTES.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = 2 * MINUTES[i] + error;
        error =
            correlation * error + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
      }
      Growth growth = exact(values).growth();
      covered += growth.low() <= 2 && 2 <= growth.high() ? 1 : 0;
    }
    return covered / (double) runs;
  }

  private static Trend exact(double[] values) {
    return TrendFitter.ofExact(MINUTES).fit(values, NoisePrior.guess(0.1));
  }

  private static double[] minutes(int count) {
    double[] minutes = new double[count];
    for (int i = 0; i < count; i++) {
      minutes[i] = i / 6.0;
    }
    return minutes;
  }
}
