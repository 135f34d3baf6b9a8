package dev.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the tables of Abramowitz and Stegun, 26.10. */
class StudentTTest {
  @ParameterizedTest
  @CsvSource({
    "0.975, 1, 12.706",
    "0.975, 2, 4.303",
    "0.975, 5, 2.571",
    "0.975, 10, 2.228",
    "0.95, 4, 2.132",
    "0.995, 30, 2.750",
    "0.975, 1000000, 1.960"
  })
  void quantilesAreThoseOfTheTables(double probability, double degrees, double t) {
    assertThat(StudentT.quantile(probability, degrees)).isCloseTo(t, within(0.0006));
  }

  @Test
  void isSymmetric() {
    for (double t = 0; t < 5; t += 0.37) {
      assertThat(StudentT.cumulative(t, 7) + StudentT.cumulative(-t, 7)).isCloseTo(1, within(1e-8));
    }
  }
}
