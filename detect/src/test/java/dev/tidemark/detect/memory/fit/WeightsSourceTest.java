package dev.tidemark.detect.memory.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WeightsSourceTest {
  private static final Path WEIGHTS =
      Path.of("src/main/java/dev/tidemark/detect/memory/Weights.java");

  @Test
  void theWeightsInTheTreeAreWrittenAsTheyStandThere() throws IOException {
    assertThat(WeightsSource.of(Network.current(), Standard.none()))
        .isEqualToIgnoringWhitespace(Files.readString(WEIGHTS));
  }
}
