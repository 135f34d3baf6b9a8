package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people read of recorded runs, against files that were read by a person; {@code
 * -Dgolden.update=true} writes them anew. And what programs read, against the schemas.
 */
class GoldenTest {
  private static final Path CAPTURES = Path.of(System.getProperty("tidemark.captures", "captures"));
  private static final Path GOLDEN = Path.of("src/test/golden");
  private static final Path SCHEMAS = CAPTURES.resolveSibling("docs").resolve("schemas");

  @ParameterizedTest
  @CsvSource({
    "contextglobal/leaking, text",
    "contextglobal/fixed, text",
    "contextglobal/leaking, markdown",
    "blockedsend/leaking, text",
    "offheap/leaking, text",
    "cachewarmup/run, text",
    "formats/shapes-sigquit.txt, text",
    "formats/shop-heap-first.pb.gz, text"
  })
  void readsAsItDid(String source, String format) throws IOException {
    Run run = Run.of("inspect", "--format", format, CAPTURES.resolve(source).toString());
    String name = source.replaceAll("[/.]", "-") + "." + format;
    compare(name, run.out().replace(CAPTURES.toString(), "captures"));
  }

  /** What a page says and what its time line draws; what its flame graph draws is packed. */
  @Test
  void thePageReadsAsItDid() throws IOException {
    Run run =
        Run.of("inspect", "--format", "html", CAPTURES.resolve("contextglobal/leaking").toString());
    String page = run.out().replace(CAPTURES.toString(), "captures");
    String words =
        page.replaceAll("(?s)(<style>|<script>|class=\"tree\">).*?(</style>|</script>)", "$1…$2")
            .replaceAll("sha256-[^&]*", "sha256-…");
    compare("contextglobal-leaking.html", words);
  }

  @ParameterizedTest
  @CsvSource({"top", "tree", "lines"})
  void differencesReadAsTheyDid(String view) throws IOException {
    Run run =
        Run.of(
            "diff",
            "--view",
            view,
            CAPTURES.resolve("formats/shop-heap-first.pb.gz").toString(),
            CAPTURES.resolve("formats/shop-heap-second.pb.gz").toString());
    compare("diff-" + view + ".text", run.out());
  }

  @Test
  void everyReportIsOfTheSchema() throws IOException {
    Schema schema = schema("report-1.json");
    List<Path> runs;
    try (Stream<Path> walk = Files.walk(CAPTURES)) {
      runs = walk.filter(path -> path.endsWith("truth.json")).sorted().toList();
    }
    assertThat(runs).isNotEmpty();
    for (Path truth : runs) {
      String source = String.valueOf(truth.getParent());
      Run run = Run.of("inspect", "--format", "json", source);
      assertThat(schema.validate(JsonMapper.shared().readTree(run.out()))).as(source).isEmpty();
    }
  }

  @Test
  void differencesAreOfTheSchema() throws IOException {
    Run run =
        Run.of(
            "diff",
            "--format",
            "json",
            CAPTURES.resolve("formats/shop-heap-first.pb.gz").toString(),
            CAPTURES.resolve("formats/shop-heap-second.pb.gz").toString());
    var document = JsonMapper.shared().readTree(run.out());
    assertThat(schema("difference-1.json").validate(document)).isEmpty();
    assertThat(schema("report-1.json").validate(document.get("report"))).isEmpty();
  }

  @Test
  void severalProcessesAreAnArray() throws IOException {
    Run run = Run.of("inspect", "--format", "json", CAPTURES.resolve("usercache").toString());
    assertThat(JsonMapper.shared().readTree(run.out()).isArray()).isTrue();
  }

  private static Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMAS.resolve(name)));
  }

  private static void compare(String name, String text) throws IOException {
    Path file = GOLDEN.resolve(name);
    if (Boolean.getBoolean("tidemark.golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
