package dev.tidemark.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {
  @Test
  void noPatternTakesLong() {
    String path = "a".repeat(4_000) + "/" + "a/".repeat(2_000) + "c";
    List<String> hostile =
        List.of("*a".repeat(149) + "b", "**/".repeat(99) + "b", "**a".repeat(99) + "b");
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(new Globs(hostile).match(path)).isFalse());
  }

  @ParameterizedTest
  @CsvSource({
    "*.pb.go, api/v1/shop.pb.go, true",
    "*.pb.go, shop.pb.go, true",
    "*.pb.go, shop.pb.go.txt, false",
    "third_party, a/third_party/b/c.go, true",
    "third_party/, third_party/c.go, true",
    "third_party/, third_party_too/c.go, false",
    "internal/mock, internal/mock/a.go, true",
    "internal/mock, x/internal/mock/a.go, false",
    "internal/**/mock_*.go, internal/mock_a.go, true",
    "internal/**/mock_*.go, internal/a/b/mock_a.go, true",
    "internal/**/mock_*.go, internal/a/b/mocks.go, false",
    "**/gen, gen/a.go, true",
    "**/gen, a/b/gen/a.go, true",
    "cmd/*/main.go, cmd/a/main.go, true",
    "cmd/*/main.go, cmd/a/b/main.go, false",
    "a/**, a/b/c.go, true",
    "a/**, b/a/c.go, false",
    "fil?.go, file.go, true",
    "fil?.go, fil.go, false",
    "a+b.go, a+b.go, true",
    "a.go, abgo, false",
    "**/**/x.go, x.go, true",
    "a**c.go, ab/bc.go, true",
    "a/**/b/**/c.go, a/x/b/b/y/c.go, true",
    "a/**/b/**/c.go, a/x/c.go, false",
    "*/a.go, a.go, false",
    "**, a/b.go, true",
    "a?b, a/b, false"
  })
  void match(String glob, String path, boolean isMatch) {
    assertThat(new Globs(List.of(glob)).match(path)).isEqualTo(isMatch);
  }
}
