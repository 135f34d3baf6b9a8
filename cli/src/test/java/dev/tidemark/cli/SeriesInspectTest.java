package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code inspect} of memory series. */
class SeriesInspectTest {
  private static final Path CAPTURES = Path.of(System.getProperty("tidemark.captures", "captures"));
  private static final Path SCHEMAS = CAPTURES.resolveSibling("docs").resolve("schemas");
  private static final Path GOLDEN = Path.of("src/test/golden");
  private static final String HEADER = "series_id,epoch_seconds,rss_bytes,limit\n";

  @TempDir Path folder;

  @Test
  void aLeakAmongOthersEndsWithOneAndALineForEach() throws IOException {
    Run run = Run.of("inspect", "--format", "jsonl", fleet().toString());
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
    assertThat(run.err()).isEmpty();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .matches(
            "\\{\"series_id\":\"shop/cart-1\",\"fired_at\":17000\\d{5},\"slope\":[0-9.]+,"
                + "\"lo\":[0-9.]+,\"hi\":[0-9.]+,\"verdict\":\"leak\"}");
    assertThat(lines.get(1)).contains("\"fired_at\":null").endsWith("\"verdict\":\"steady\"}");
    assertThat(lines.get(3))
        .isEqualTo(
            "{\"series_id\":\"shop/new\",\"fired_at\":null,\"slope\":null,\"lo\":null,\"hi\":null,"
                + "\"verdict\":\"inconclusive\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown"})
  void readsAsItDid(String format) throws IOException {
    Path fleet = fleet();
    Run run = Run.of("inspect", "--format", format, fleet.toString());
    String text = run.out().replace(fleet.toString(), "fleet.csv");
    Path golden = GOLDEN.resolve("series." + format);
    if (Boolean.getBoolean("tidemark.golden.update")) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @Test
  void everyLineAndTheDocumentAreOfTheirSchemas() throws IOException {
    Path fleet = fleet();
    Schema line = schema("series-line-1.json");
    Run.of("inspect", "--format", "jsonl", fleet.toString())
        .out()
        .lines()
        .forEach(each ->
            assertThat(line.validate(JsonMapper.shared().readTree(each))).as(each).isEmpty());
    String document = Run.of("inspect", "--format", "json", fleet.toString()).out();
    assertThat(schema("series-1.json").validate(JsonMapper.shared().readTree(document))).isEmpty();
    assertThat(JsonMapper.shared().readTree(document).at("/verdicts/leak").asInt()).isEqualTo(2);
  }

  @Test
  void noLeakEndsWithZeroAndTooLittleWithThree() throws IOException {
    Path steady = Files.writeString(folder.resolve("a.csv"), HEADER + rows("a", 0, 1440));
    assertThat(Run.of("inspect", steady.toString()).code()).isEqualTo(ExitCode.OK);
    Path brief = Files.writeString(folder.resolve("b.csv"), HEADER + rows("b", 0, 30));
    Run run = Run.of("inspect", brief.toString());
    assertThat(run.code()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(run.out()).startsWith("INCONCLUSIVE  1 series: ");
  }

  @Test
  void aFileOfNoSamplesEndsWithTwo() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), HEADER);
    Run run = Run.of("inspect", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("no series in ");
  }

  @Test
  void aHeaderThatIsNotOneIsSaidWithWhatToDo() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.csv"), "series_id,epoch_seconds,rss,most\na,1,2,3\n");
    Run run = Run.of("inspect", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err())
        .contains("a.csv: line 1: the fourth column, if there is one, is to be called limit");
  }

  @Test
  void seriesAndCapturesAreNotMixed() throws IOException {
    String heap = CAPTURES.resolve("formats/shop-heap-first.pb.gz").toString();
    Run run = Run.of("inspect", heap, fleet().toString());
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("holds memory series and " + heap + " does not");
  }

  @Test
  void inADirectoryOfCapturesSeriesArePassedOver() throws IOException {
    Files.copy(CAPTURES.resolve("formats/shop-heap-first.pb.gz"), folder.resolve("heap.pb.gz"));
    fleet();
    Run run = Run.of("inspect", folder.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void formatsOfTheOneAreRefusedForTheOther() throws IOException {
    assertThat(Run.of("inspect", "--format", "pprof", fleet().toString()).err())
        .contains("series have no stacks");
    assertThat(
            Run.of(
                    "inspect",
                    "--format",
                    "jsonl",
                    CAPTURES.resolve("formats/shop-heap-first.pb.gz").toString())
                .err())
        .contains("--format jsonl is a line for each memory series");
  }

  @Test
  void seriesMayComeThroughAPipe() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = Console.of(new ByteArrayInputStream(Files.readAllBytes(fleet())), out, err);
    assertThat(Main.run(List.of("inspect", "-"), console)).isEqualTo(ExitCode.FOUND);
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("LEAK  4 series: 2 leak");
  }

  private Path fleet() throws IOException {
    return Files.writeString(
        folder.resolve("fleet.csv"),
        HEADER
            + rows("shop/cart-1", 0.02, 1440)
            + rows("shop/cart-2", 0, 1440)
            + rows("shop/front", 0.05, 1000)
            + rows("shop/new", 0.05, 60));
  }

  /** A minute from one to the next, 512 MiB of limit, flat for six hours and then growth. */
  private static String rows(String id, double perHour, int minutes) {
    Random random = new Random(5);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < minutes; i++) {
      double fraction = 0.3 + Math.max(0, i - 360) * perHour / 60 + random.nextDouble() * 0.004;
      rows.append(id)
          .append(',')
          .append(1_700_000_000L + 60L * i)
          .append(',')
          .append(Math.round(Math.min(1, fraction) * (512 << 20)))
          .append(",536870912\n");
    }
    return rows.toString();
  }

  private static Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMAS.resolve(name)));
  }
}
