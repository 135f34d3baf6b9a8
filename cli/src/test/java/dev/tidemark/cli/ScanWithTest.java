package dev.tidemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.report.scan.SarifReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What other tools have found joins the report, and is not told twice. */
class ScanWithTest {
  private static final int ROUNDS = Integer.getInteger("tidemark.mutations", 10_000);

  private static final String CODE =
      """
      package shop

      import "net/http"

      func Price(url string) (int, error) {
      	resp, err := http.Get(url)
      	if err != nil {
      		return 0, err
      	}
      	return resp.StatusCode, nil
      }
      """;

  private static final String SARIF =
      """
      {"version": "2.1.0", "runs": [
        {"tool": {"driver": {"name": "golangci-lint", "rules": [{"id": "noctx"}, {"id": "bodyclose"}]}},
         "originalUriBaseIds": {"SRC": {"uri": "file://ROOT/"}},
         "artifacts": [{"location": {"uri": "shop.go"}}],
         "results": [
          {"ruleId": "bodyclose", "message": {"text": "response body must be closed"},
           "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.go", "uriBaseId": "SRC"}, "region": {"startLine": 6}}}]},
          {"ruleIndex": 0, "message": {"text": "net/http.Get must not be called"},
           "locations": [{"physicalLocation": {"artifactLocation": {"index": 0}, "region": {"startLine": 6}}}]},
          {"ruleId": "gosec", "message": {"text": "G107: Potential HTTP request made with variable url"},
           "locations": [{"physicalLocation": {"artifactLocation": {"uri": "file://ROOT/shop.go"}, "region": {"startLine": 6}}}]},
          {"ruleId": "gosec", "message": {"text": "G104: Errors unhandled"}, "suppressions": [{"kind": "inSource"}],
           "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.go"}, "region": {"startLine": 7}}}]},
          {"ruleId": "gosec", "message": {"text": "G304: elsewhere"},
           "locations": [{"physicalLocation": {"artifactLocation": {"uri": "../other/a.go"}, "region": {"startLine": 1}}}]}
         ]},
        {"tool": {"driver": {"name": "CodeQL"}},
         "results": [
          {"ruleId": "go/x", "message": {"text": "of the whole module"}},
          {"ruleId": "gosec", "message": {"text": "G107: Potential HTTP request made with variable url"},
           "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.go"}, "region": {"startLine": 6}}}]}
         ]}
      ]}
      """;

  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private Path sarif = Path.of("");

  @BeforeEach
  void module() throws IOException {
    folder = temporary.toRealPath();
    Files.writeString(folder.resolve("go.mod"), "module example.com/shop\n\ngo 1.26\n");
    Files.writeString(folder.resolve("shop.go"), CODE);
    sarif = folder.resolve("other.sarif");
    Files.writeString(sarif, SARIF.replace("ROOT", folder.toString()));
  }

  private Run scan(String... more) {
    String[] arguments = new String[more.length + 4];
    System.arraycopy(
        new String[] {"scan", folder.toString(), "--with", sarif.toString()}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Run.of(arguments);
  }

  @Test
  void whatBothHaveFoundIsOneFinding() {
    Run run = scan();
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
    assertThat(run.out())
        .contains("  also     golangci-lint bodyclose\n")
        .endsWith(
            """
            (no file): CodeQL go/x  of the whole module
            shop.go:6: golangci-lint gosec  G107: Potential HTTP request made with variable url  also: CodeQL gosec
            1 leak, 1 hygiene in 1 package, 1 function; 2 also found by other tools; 2 by other tools alone; 1 of theirs in files elsewhere
            """);
    assertThat(scan("--no-cache").out()).isEqualTo(scan().out());
  }

  @Test
  void jsonSarifAndPageSayTheSame() throws IOException {
    JsonNode json = new ObjectMapper().readTree(scan("--format", "json").out());
    assertThat(json.at("/findings/0/also/0").asString()).isEqualTo("golangci-lint bodyclose");
    assertThat(json.at("/others/1/rule").asString()).isEqualTo("gosec");
    assertThat(json.at("/others/1/also/0").asString()).isEqualTo("CodeQL gosec");
    assertThat(json.at("/counts/elsewhere").asInt()).isEqualTo(1);
    JsonNode runs = new ObjectMapper().readTree(scan("--format", "sarif").out()).get("runs");
    assertThat(runs.at("/0/results/0/properties/also").asString())
        .isEqualTo("golangci-lint bodyclose");
    assertThat(runs.at("/1/tool/driver/name").asString()).isEqualTo("CodeQL");
    assertThat(runs.at("/2/results/0/ruleId").asString()).isEqualTo("gosec");
    assertThat(scan("--format", "html").out())
        .contains("<dt>also</dt><dd>golangci-lint bodyclose</dd>")
        .contains("By other tools alone");
  }

  @Test
  void othersAloneFailNoBuild() throws IOException {
    Files.writeString(folder.resolve("shop.go"), "package shop\n");
    Run run = scan();
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("golangci-lint bodyclose  response body must be closed");
  }

  @Test
  void whatIsNoReportIsNamed() throws IOException {
    for (String wrong : new String[] {"", "[]", "{\"runs\": 3}", "{\"runs\": [", "{} {}"}) {
      Files.writeString(sarif, wrong);
      Run run = scan();
      assertThat(run.code()).as(wrong).isEqualTo(ExitCode.UNUSABLE);
      assertThat(run.err()).contains(sarif + " ").contains("give a SARIF 2.1.0 report");
    }
    Files.delete(sarif);
    assertThat(scan().err()).contains("does not exist");
  }

  @Test
  void damageIsNamedOrReadAsFarAsItGoes() {
    byte[] seed = SARIF.replace("ROOT", "/src").getBytes(UTF_8);
    for (int round = 0; round < ROUNDS; round++) {
      SplittableRandom random = new SplittableRandom(round);
      byte[] bytes = seed.clone();
      for (int i = random.nextInt(1, 5); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] =
            random.nextBoolean()
                ? (byte) "{}[]\",:0-%e".charAt(random.nextInt(11))
                : (byte) random.nextInt(256);
      }
      try {
        SarifReport report = SarifReport.of(bytes, "/src");
        assertThat(report.findings())
            .allMatch(one -> !one.file().startsWith("../"))
            .hasSizeLessThan(9);
      } catch (SarifReport.Unusable why) {
        assertThat(why.getMessage()).isNotBlank().doesNotContain("\n");
      } catch (RuntimeException | StackOverflowError bug) {
        throw new AssertionError("seed " + round, bug);
      }
    }
  }
}
