package dev.tidemark.detect.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LineTest {
  @Test
  void aLineLeavesNothingOver() {
    Line line = through(x -> 3 + 2 * x);
    assertThat(line.slope()).isCloseTo(2, within(1e-9));
    assertThat(line.residual()).isCloseTo(0, within(1e-9));
    assertThat(line.bend()).isCloseTo(1, within(1e-6));
    assertThat(line.stepResidual()).isGreaterThan(1);
    assertThat(line.endedResidual()).isGreaterThan(0.1);
  }

  @Test
  void aStepIsExplainedByAStep() {
    Line line = through(x -> x < 5 ? 1 : 4);
    assertThat(line.stepResidual()).isCloseTo(0, within(1e-9));
    assertThat(line.residual()).isGreaterThan(1);
  }

  @Test
  void aRiseThatHasEndedIsExplainedByOne() {
    Line line = through(x -> Math.min(x, 7));
    assertThat(line.endedResidual()).isCloseTo(0, within(1e-9));
    assertThat(line.residual()).isGreaterThan(1);
    assertThat(line.bend()).isLessThan(0.5);
  }

  @Test
  void growthThatDecaysBendsDown() {
    assertThat(through(x -> 1 - Math.exp(-x / 3)).bend()).isLessThan(0.3);
    assertThat(through(x -> x * x).bend()).isGreaterThan(1.5);
  }

  private static Line through(DoubleUnaryOperator form) {
    double[] x = new double[21];
    double[] y = new double[21];
    for (int i = 0; i < x.length; i++) {
      x[i] = i / 2.0;
      y[i] = form.applyAsDouble(x[i]);
    }
    return Line.through(x, y, x.length);
  }
}
