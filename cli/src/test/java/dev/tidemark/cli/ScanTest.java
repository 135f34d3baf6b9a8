package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ScanTest {
  @TempDir private Path folder;

  @BeforeEach
  void module() throws IOException {
    Files.writeString(folder.resolve("go.mod"), "module example.com/shop\n\ngo 1.26\n");
  }

  private Run scan(String source, String... more) throws IOException {
    Files.writeString(folder.resolve("shop.go"), source);
    String[] arguments = new String[more.length + 2];
    arguments[0] = "scan";
    arguments[1] = folder.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Run.of(arguments);
  }

  private static final String LEAK =
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

  @Test
  void leakIsToldWithItsPathAndFailsABuild() throws IOException {
    Run run = scan(LEAK);
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
    assertThat(run.out())
        .startsWith("shop.go:6:15: leak  the response body is not closed on the path that leaves")
        .contains("      resp, err := http.Get(url)\n")
        .contains("shop.go:7:5  the condition does not hold\n")
        .contains("shop.go:10:2  the function ends")
        .endsWith("1 leak, 1 hygiene in 1 package, 1 function\n");
  }

  @Test
  void jsonAndSarifSayTheSame() throws IOException {
    JsonNode json = new ObjectMapper().readTree(scan(LEAK, "--format", "json").out());
    JsonNode finding = json.get("findings").get(0);
    assertThat(finding.get("rule").asString()).isEqualTo("response-body-not-closed");
    assertThat(finding.get("line").asInt()).isEqualTo(6);
    JsonNode sarif = new ObjectMapper().readTree(scan(LEAK, "--format", "sarif").out());
    JsonNode result = sarif.get("runs").get(0).get("results").get(0);
    assertThat(result.get("ruleId").asString()).isEqualTo("response-body-not-closed");
    assertThat(result.get("level").asString()).isEqualTo("error");
    assertThat(result.get("codeFlows").size()).isEqualTo(1);
  }

  @Test
  void pageShowsTheCodeWithTheStepsWhereTheyHappen() throws IOException {
    Path page = folder.resolve("leaks.html");
    Run run = scan(LEAK, "--format", "html", "--output", page.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
    assertThat(Files.readString(page))
        .contains("<span class=\"headline\">1 leak, 1 hygiene in ")
        .contains("<code class=\"place\">shop.go:6:15</code>")
        .contains(
            """
            <span class="line here"><span class="number">    6</span>      resp, err := http.Get(url)</span>
            <span class="note">           └ 1  the response body is acquired</span>
            <span class="line step"><span class="number">    7</span>      if err != nil {</span>
            <span class="note">           └ 2  the condition does not hold</span>
            """)
        .contains(
            "<dt>do</dt><dd>`defer resp.Body.Close()` right behind the check of the error</dd>")
        .contains("<code>tidemark explain response-body-not-closed</code>");
  }

  @Test
  void brokenFilesAreNamedAndTheRestIsLookedAt() throws IOException {
    Files.writeString(folder.resolve("broken.go"), "package shop\n\nfunc f( {\n");
    Run run = scan(LEAK);
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
    assertThat(run.err()).contains("broken.go:3:9: ");
    assertThat(run.out()).endsWith("; 1 file broken or unread\n");
  }

  @Test
  void nothingReadableIsNotNothingFound() throws IOException {
    assertThat(scan("package shop\n\nfunc f( {\n").code()).isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void functionsAreExplained() throws IOException {
    String source = "package shop\n\nfunc Stop(done chan int) { close(done) }\n";
    assertThat(scan(source, "--explain", "Stop").out())
        .isEqualTo(
            "example.com/shop.Stop  shop.go:3\n  returns\n  done is closed, always  shop.go:3\n");
    assertThat(scan(source, "--explain", "Start").code()).isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void aBaselineLeavesWhatIsNew() throws IOException {
    Path known = folder.resolve("known.json");
    assertThat(scan(LEAK, "--format", "json", "--output", known.toString()).code())
        .isEqualTo(ExitCode.FOUND);
    String moved = LEAK.replace("func Price", "var unrelated int\n\nfunc Price");
    Run same = scan(moved, "--baseline", known.toString());
    assertThat(same.code()).isEqualTo(ExitCode.OK);
    assertThat(same.out()).isEqualTo("no leaks in 1 package, 1 function\n");
    String other = LEAK.substring(LEAK.indexOf("func Price")).replace("Price", "Stock");
    Run more = scan(moved + other, "--baseline", known.toString());
    assertThat(more.code()).isEqualTo(ExitCode.FOUND);
    assertThat(more.out()).contains("shop.go:15:15: leak").doesNotContain("shop.go:8:15");
  }

  @Test
  void aBaselineThatIsNoneIsNamed() throws IOException {
    Path known = folder.resolve("known.json");
    Files.writeString(known, "{\"findings\": [");
    Run run = scan(LEAK, "--baseline", known.toString());
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("known.json is no JSON");
    Files.writeString(known, "{}");
    assertThat(scan(LEAK, "--baseline", known.toString()).err()).contains("has no findings");
  }

  @Test
  void otherToolsCanReadIt() throws IOException {
    JsonNode gitlab = new ObjectMapper().readTree(scan(LEAK, "--format", "gitlab").out());
    assertThat(gitlab.get(0).get("check_name").asString()).isEqualTo("response-body-not-closed");
    assertThat(gitlab.get(0).get("location").get("lines").get("begin").asInt()).isEqualTo(6);
    assertThat(scan(LEAK, "--format", "checkstyle").out())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle ")
        .contains("<file name=\"shop.go\">\n    <error line=\"6\" column=\"15\" severity=\"error\"")
        .endsWith("  </file>\n</checkstyle>\n");
    assertThat(scan(LEAK, "--format", "junit").out())
        .contains("<testsuite name=\"tidemark scan\" tests=\"2\" failures=\"1\">")
        .contains("      <failure message=\"the response body is not closed")
        .contains("shop.go:10  the function ends")
        .endsWith("  </testsuite>\n</testsuites>\n");
    assertThat(scan("package shop\n", "--format", "junit").out())
        .contains("tests=\"1\" failures=\"0\"");
  }
}
