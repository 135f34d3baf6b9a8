package dev.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutliersTest {
  @Test
  void aSpikeIsDrawnInAndNothingElseIsMoved() {
    double[] minutes = {0, 1, 2, 3, 4, 5, 6, 7};
    double[] values = {10, 11, 12, 43, 14, 15, 16, 17};
    double[] drawn = Outliers.drawnIn(minutes, values, 0.1);
    assertThat(drawn[3]).isCloseTo(13, within(0.5));
    assertThat(drawn[4]).isCloseTo(14, within(1e-9));
  }

  @Test
  void aStepIsNoSpike() {
    double[] minutes = {0, 1, 2, 3, 4, 5, 6, 7};
    double[] values = {10, 10, 10, 10, 20, 20, 20, 20};
    double[] drawn = Outliers.drawnIn(minutes, values, 0.1);
    assertThat(drawn[7] - drawn[0]).isGreaterThan(8);
  }

  @Test
  void aFewPointsAreLeftAlone() {
    double[] values = {1, 2, 300};
    assertThat(Outliers.drawnIn(new double[] {0, 1, 2}, values, 0.1)).isSameAs(values);
  }
}
