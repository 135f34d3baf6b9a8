package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a scan says as SARIF is what the standard's own schema asks for. */
class SarifSchemaTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path TESTBED = Path.of("..", "testbed");

  private static Schema schema;

  @TempDir private Path folder;

  @BeforeAll
  static void readSchema() throws IOException {
    try (InputStream carried =
        Objects.requireNonNull(
            SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(JSON.readTree(carried));
    }
  }

  private static JsonNode report(Path of, String... more) {
    String[] arguments = {"scan", of.toString(), "--no-cache", "--format", "sarif"};
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return JSON.readTree(Run.of(all).out());
  }

  private static List<Error> wrong(JsonNode report) {
    return schema.validate(report);
  }

  @Test
  void allThatIsFoundInTheTestbed() {
    JsonNode report = report(TESTBED, "--show-uncertain");
    assertThat(wrong(report)).isEmpty();
    assertThat(report.at("/runs/0/results").size()).isGreaterThan(30);
    assertThat(report.at("/runs/0/results/0/codeFlows").isMissingNode()).isFalse();
  }

  @Test
  void nothingAndNamesThatNeedEscapes() throws IOException {
    Files.writeString(folder.resolve("go.mod"), "module shop\n\ngo 1.26\n");
    Files.writeString(folder.resolve("fine.go"), "package shop\n");
    assertThat(wrong(report(folder))).isEmpty();
    Files.writeString(
        folder.resolve("a b%20ä#?.go"),
        """
        package shop

        import "net/http"

        func Price(ü string) int { _ = "\u202e"; resp, _ := http.Get(ü); return resp.StatusCode }
        """);
    JsonNode report = report(folder);
    assertThat(report.at("/runs/0/results").size()).isPositive();
    assertThat(wrong(report)).isEmpty();
  }

  @Test
  void whatOtherToolsHaveFound() throws IOException {
    Path sarif = folder.resolve("other.sarif");
    Files.writeString(
        sarif,
        """
        {"runs": [{"tool": {"driver": {"name": "other"}}, "results": [
          {"ruleId": "a", "message": {"text": "of no file"}},
          {"ruleId": "b", "message": {"text": "of no line"},
           "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a b.go"}}}]}]}]}
        """);
    JsonNode report = report(TESTBED, "--with", sarif.toString());
    assertThat(report.at("/runs/1/results").size()).isEqualTo(2);
    assertThat(wrong(report)).isEmpty();
  }

  @Test
  void damageIsSeen() {
    JsonNode report = report(TESTBED);
    ((ObjectNode) report.at("/runs/0/results/0")).remove("message");
    assertThat(wrong(report)).isNotEmpty();
    JsonNode other = report(TESTBED);
    ((ObjectNode) other.at("/runs/0/results/0/locations/0/physicalLocation/region"))
        .put("startLine", 0);
    assertThat(wrong(other)).isNotEmpty();
  }
}
