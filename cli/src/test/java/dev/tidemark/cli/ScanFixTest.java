package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ScanFixTest {
  private static final String LEAK =
      """
      package shop

      import (
      	"io"
      	"net/http"
      )

      func Price(req *http.Request) (int, error) {
      	resp, err := http.DefaultClient.Do(req)
      	if err != nil {
      		return 0, err
      	}
      	return resp.StatusCode, nil
      }

      func Page(req *http.Request, all bool) (io.Reader, error) {
      	resp, err := http.DefaultClient.Do(req)
      	if err != nil {
      		return nil, err
      	}
      	if !all {
      		return nil, nil
      	}
      	return resp.Body, nil
      }
      """;

  private static final String MENDED =
      LEAK.replace(
          "\t}\n\treturn resp.StatusCode",
          "\t}\n\tdefer resp.Body.Close()\n\treturn resp.StatusCode");

  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void module() throws IOException {
    folder = temporary.toRealPath();
    Files.writeString(folder.resolve("go.mod"), "module example.com/shop\n\ngo 1.26\n");
    file = Files.writeString(folder.resolve("shop.go"), LEAK);
  }

  private Run scan(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "scan";
    arguments[1] = folder.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Run.of(arguments);
  }

  @Test
  void fixMendsAndSaysWhatIsLeft() {
    Run run = scan("--fix");
    assertThat(run.out())
        .isEqualTo(
            """
            mended  shop.go:9:15  defer resp.Body.Close()  [response-body-not-closed]
            left    shop.go:17:15  resp is returned  [response-body-not-closed]
            1 mended in 1 file, 1 left
            """);
    assertThat(run.code()).as("one is left").isEqualTo(ExitCode.FOUND);
    assertThat(file).hasContent(MENDED);
    assertThat(scan().out()).doesNotContain("shop.go:9:").contains("shop.go:18:15: leak");
    assertThat(scan("--fix").out()).endsWith("\n0 mended in 0 files, 1 left\n");
    assertThat(file).hasContent(MENDED);
  }

  @Test
  void diffSaysTheSameAndChangesNothing() {
    Run run = scan("--diff");
    assertThat(run.out())
        .isEqualTo(
            """
            --- a/shop.go
            +++ b/shop.go
            @@ -10,6 +10,7 @@
             	if err != nil {
             		return 0, err
             	}
            +	defer resp.Body.Close()
             	return resp.StatusCode, nil
             }
            \s
            """);
    assertThat(run.err()).contains("1 of 2 findings can be mended by --fix");
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
    assertThat(file).hasContent(LEAK);
  }

  @Test
  void whatWasKeptOfAnEarlierScanIsMendedAlike() {
    scan();
    assertThat(scan("--diff").out()).isEqualTo(scan("--diff", "--no-cache").out()).isNotEmpty();
  }

  @Test
  void whatIsKnownOrSilencedIsNotMended() throws IOException {
    Path known = temporary.resolve("known.json");
    scan("--format", "json", "--output", known.toString());
    assertThat(scan("--fix", "--baseline", known.toString()).out())
        .isEqualTo("0 mended in 0 files, 0 left\n");
    String silenced =
        LEAK.replace("Do(req)\n", "Do(req) //tidemark:ignore response-body-not-closed\n");
    Files.writeString(file, silenced);
    assertThat(scan("--fix").out()).isEqualTo("0 mended in 0 files, 0 left\n");
    assertThat(file).hasContent(silenced);
  }

  @Test
  void filesThatAreNotAskedForAreNotMended() throws IOException {
    Path other = Files.writeString(folder.resolve("other.go"), "package shop\n");
    assertThat(Run.of("scan", "--fix", other.toString()).out())
        .isEqualTo("0 mended in 0 files, 0 left\n");
    assertThat(file).hasContent(LEAK);
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path outside = Files.createTempFile("outside", ".go");
    Files.move(file, outside, StandardCopyOption.REPLACE_EXISTING);
    Files.createSymbolicLink(file, outside);
    assertThat(scan("--fix").out())
        .contains("the file was not changed: it is a link")
        .endsWith("\n0 mended in 0 files, 2 left\n");
    assertThat(outside).hasContent(LEAK);
    Files.delete(outside);
  }

  @Test
  void jsonAndSarifHaveTheEdits() throws IOException {
    JsonNode findings = new ObjectMapper().readTree(scan("--format", "json").out()).get("findings");
    JsonNode edit = findings.get(0).get("edits").get(0);
    assertThat(edit.get("file").asString()).isEqualTo("shop.go");
    assertThat(edit.get("line").asInt()).isEqualTo(13);
    assertThat(edit.get("from").asInt())
        .isEqualTo(edit.get("to").asInt())
        .isEqualTo(LEAK.indexOf("\treturn resp.StatusCode"));
    assertThat(edit.get("text").asString()).isEqualTo("\tdefer resp.Body.Close()\n");
    assertThat(findings.get(1).get("edits").size()).isZero();

    JsonNode results =
        new ObjectMapper()
            .readTree(scan("--format", "sarif").out())
            .get("runs")
            .get(0)
            .get("results");
    JsonNode change = results.get(0).get("fixes").get(0).get("artifactChanges").get(0);
    assertThat(change.get("artifactLocation").get("uri").asString()).isEqualTo("shop.go");
    JsonNode replacement = change.get("replacements").get(0);
    assertThat(replacement.get("deletedRegion").get("startLine").asInt()).isEqualTo(13);
    assertThat(replacement.get("deletedRegion").get("endColumn").asInt()).isEqualTo(1);
    assertThat(replacement.get("insertedContent").get("text").asString())
        .isEqualTo("\tdefer resp.Body.Close()\n");
    assertThat(results.get(1).has("fixes")).isFalse();
  }

  @Test
  void oneThingAtATime() {
    assertThat(scan("--fix", "--diff").code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(scan("--fix", "--format", "json").err()).contains("--format does not go with --fix");
    assertThat(file).hasContent(LEAK);
  }
}
