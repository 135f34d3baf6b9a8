package dev.tidemark.detect.memory.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
  private static final String ROWS =
      "series_id,epoch_seconds,fraction\na,60,0.5\na,120,0.6\nb,60,0.1\n";
  private static final String TRUTH =
      """
      [{"series_id": "a", "leak": true, "shape": "steady", "leak_start": 60, "slope": 0.02},
       {"series_id": "b", "leak": false, "shape": "step", "leak_start": null, "slope": null}]
      """;

  @TempDir private Path folder;

  @Test
  void madeSeriesHaveTheLabelsOfTheirTruth() throws IOException {
    write(ROWS, TRUTH);
    assertThat(Examples.made(List.of(folder)))
        .extracting(Example::id, Example::label)
        .containsExactly(
            tuple("a", new Label.Leak(60_000, 0.02)), tuple("b", new Label.Harmless()));
  }

  @Test
  void aSeriesThatTheTruthPassesOverIsAnError() throws IOException {
    write(ROWS + "c,60,0.1\n", TRUTH);
    assertThatThrownBy(() -> Examples.made(List.of(folder)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("says nothing of c");
  }

  @Test
  void aTruthWithoutAStartIsAnErrorThatShowsIt() throws IOException {
    write(ROWS, "[{\"series_id\": \"a\", \"leak\": true, \"slope\": 0.02}]");
    assertThatThrownBy(() -> Examples.made(List.of(folder)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no \"leak_start\" in {\"series_id\": \"a\"");
  }

  @Test
  void aRowThatCannotBeReadIsAnErrorWithItsLine() throws IOException {
    write(ROWS + "c,60,much\n", TRUTH);
    assertThatThrownBy(() -> Examples.made(List.of(folder)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 5");
  }

  @Test
  void recordedSeriesAreReadButForThoseLeftOut() throws IOException {
    write(ROWS, TRUTH);
    Path left = Files.writeString(folder.resolve("left.csv"), "series_id,label\na,ambiguous\n");
    assertThat(Examples.recorded(List.of(folder.resolve("series.csv")), List.of(left)))
        .extracting(Example::id, Example::label)
        .containsExactly(tuple("b", new Label.Recorded()));
  }

  private void write(String rows, String truth) throws IOException {
    Files.writeString(folder.resolve("series.csv"), rows);
    Files.writeString(folder.resolve("truth.json"), truth);
  }
}
