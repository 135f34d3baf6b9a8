package dev.tidemark.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  @Test
  void countsSlips() {
    assertThat(Suggestion.distance("format", "format")).isZero();
    assertThat(Suggestion.distance("format", "fromat")).isOne();
    assertThat(Suggestion.distance("format", "formt")).isOne();
    assertThat(Suggestion.distance("format", "formats")).isOne();
    assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void offersTheNearestOrNothing() {
    List<String> known = List.of("inspect", "diff", "doctor");
    assertThat(Suggestion.among(known, "inspct")).isEqualTo("; did you mean inspect?");
    assertThat(Suggestion.among(known, "dif")).isEqualTo("; did you mean diff?");
    assertThat(Suggestion.among(known, "scan")).isEmpty();
  }
}
