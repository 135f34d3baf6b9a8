package dev.tidemark.series.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.series.MetricSample;
import dev.tidemark.series.Quantity;
import dev.tidemark.series.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExpositionReaderTest {
  @Test
  void readsNamesLabelsAndValues() throws Exception {
    assertThat(read("# HELP a b\na{x=\"1\",y=\"q\\\"\\\\\\n\"} 2.5e3 1700000000000\nb -Inf\n"))
        .containsExactly(
            new MetricSample("a", Map.of("x", "1", "y", "q\"\\\n"), 2500),
            new MetricSample("b", Map.of(), Double.NEGATIVE_INFINITY));
  }

  @Test
  void readsOpenMetricsWithExemplarsAndQuotedNames() throws Exception {
    List<MetricSample> samples =
        read("h_bucket{le=\"1.0\"} 5 # {trace=\"a\"} 0.6\n{\"go.heap\",x=\"1\"} 7\n# EOF\n");
    assertThat(samples).extracting(MetricSample::name).containsExactly("h_bucket", "go.heap");
  }

  @Test
  void saysTheLineOfWhatIsNoSample() {
    assertThatThrownBy(() -> read("a 1\nb{x=1} 2\n"))
        .isInstanceOf(MalformedExpositionException.class)
        .hasMessage("line 2: the value of label x is not quoted");
    assertThatThrownBy(() -> read("a one\n")).hasMessageContaining("expected a number");
    assertThatThrownBy(() -> read("a{x=\"")).hasMessage("line 1: ends inside a sample");
  }

  @Test
  void theLiveHeapFollowsFromTheGoalWhereItIsNotExposed() throws Exception {
    Reading reading =
        Reading.of(read("go_memstats_next_gc_bytes 4.0e7\ngo_gc_scan_stack_bytes 1000000\n"));
    assertThat(reading.value(Quantity.LIVE_HEAP)).hasValue((40e6 - 1e6) / 2);
  }

  @Test
  void requestsAreSummedOverTheirLabels() throws Exception {
    Reading reading =
        Reading.of(
            read("http_requests_total{code=\"200\"} 5\nhttp_requests_total{code=\"500\"} 2\n"));
    assertThat(reading.value(Quantity.REQUESTS)).hasValue(7);
  }

  @Test
  void readsWhatARealServiceExposes() throws Exception {
    Reading reading = Reading.of(ExpositionReader.read(realExposition()));
    assertThat(reading.value(Quantity.LIVE_HEAP).orElseThrow()).isGreaterThan(1 << 20);
    assertThat(reading.value(Quantity.GOROUTINES).orElseThrow()).isGreaterThan(1);
  }

  @Test
  void mutatedExpositionsEndInSamplesOrTheTypedError() throws IOException {
    byte[] seed = Arrays.copyOf(realExposition(), 6000);
    SplittableRandom random = new SplittableRandom(3);
    int mutations = Integer.getInteger("tidemark.mutations", 10_000);
    int read = 0;
    for (int i = 0; i < mutations; i++) {
      byte[] mutated = seed.clone();
      for (int change = random.nextInt(1, 6); change > 0; change--) {
        mutated[random.nextInt(mutated.length)] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) "{}\"\\\n =,#0".charAt(random.nextInt(10));
      }
      try {
        ExpositionReader.read(mutated);
        read++;
      } catch (MalformedExpositionException expected) {
        assertThat(expected.line()).isPositive();
      }
    }
    assertThat(read).as("mutations that still read").isBetween(1, mutations - 1);
  }

  private static byte[] realExposition() throws IOException {
    return Files.readAllBytes(
        Path.of(System.getProperty("tidemark.captures"), "formats", "shop-metrics.txt"));
  }

  private static List<MetricSample> read(String text) throws MalformedExpositionException {
    return ExpositionReader.read(text.getBytes(UTF_8));
  }
}
