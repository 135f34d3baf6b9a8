package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scan} with a {@code tidemark.yaml}. */
class ScanConfigTest {
  private static final String DRAINED =
      """
      package shop

      import "net/http"

      type Sink struct{ n int }

      func (s *Sink) Drain(resp *http.Response) { println(resp.StatusCode) }

      func Price(s *Sink, r *http.Request) (int, error) {
      	resp, err := http.DefaultClient.Do(r)
      	if err != nil {
      		return 0, err
      	}
      	s.Drain(resp)
      	return 1, nil
      }
      """;

  private static final String QUEUE =
      """
      package shop

      type Job struct{ ID string }

      type Queue struct{ done map[string]bool }

      var queue = &Queue{done: map[string]bool{}}

      func (q *Queue) Consume(j *Job) { q.done[j.ID] = true }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void module() throws IOException {
    write("go.mod", "module example.com/shop\n\ngo 1.26\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Run scan(String... more) {
    return scanOf(folder, more);
  }

  private static Run scanOf(Path where, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "scan";
    arguments[1] = where.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Run.of(arguments);
  }

  @Test
  void aWrapperThatClosesMakesAFindingGo() throws IOException {
    write("shop.go", DRAINED);
    assertThat(scan().code()).isEqualTo(ExitCode.FOUND);
    assertThat(scan().out()).startsWith("shop.go:10:15: leak  the response body is not closed");
    write("tidemark.yaml", "scan: { functions: { closes: example.com/shop.(*Sink).Drain } }\n");
    Run run = scan();
    assertThat(run.out()).isEqualTo("no leaks in 1 package, 2 functions\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aRequestEntryMakesAFindingComeAndABoundMakesItGo() throws IOException {
    write("shop.go", QUEUE);
    assertThat(scan().code()).isEqualTo(ExitCode.OK);
    String entry =
        "scan:\n  functions:\n    request-entries: [example.com/shop.(*Queue).Consume]\n";
    write("tidemark.yaml", entry);
    assertThat(scan().out()).startsWith("shop.go:9:35: leak  the map done only grows");
    write("evict.go", "package shop\n\nfunc evict(q *Queue) {}\n\nfunc tick() { evict(queue) }\n");
    assertThat(scan().code()).isEqualTo(ExitCode.FOUND);
    write("tidemark.yaml", entry + "    bounds: example.com/shop.evict\n");
    assertThat(scan().out()).isEqualTo("no leaks in 1 package, 3 functions\n");
  }

  @Test
  void aFunctionThatIsNotThereIsTold() throws IOException {
    write("shop.go", DRAINED);
    write(
        "tidemark.yaml",
        "scan: { functions: { closes: [example.com/shop.(*Sink).Drian, example.com/other.F] } }\n");
    Run run = scan();
    assertThat(run.err())
        .contains(
            "there is no function example.com/shop.Sink.Drian, which tidemark.yaml names;"
                + " did you mean example.com/shop.Sink.Drain?")
        .doesNotContain("other.F");
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void rulesAndClassesDecideOnTheExitCode() throws IOException {
    write("shop.go", DRAINED);
    write("tidemark.yaml", "scan: { rules: { response-body-not-closed: off } }\n");
    assertThat(scan().out()).isEqualTo("no leaks in 1 package, 2 functions\n");
    write("tidemark.yaml", "scan: { rules: { response-body-not-closed: bounded } }\n");
    Run milder = scan();
    assertThat(milder.out()).startsWith("shop.go:10:15: bounded  ");
    assertThat(milder.code()).isEqualTo(ExitCode.OK);
    write(
        "tidemark.yaml",
        "scan: { rules: { response-body-not-closed: bounded }, fail-on: bounded }\n");
    assertThat(scan().code()).isEqualTo(ExitCode.FOUND);
    assertThat(scan("--format", "junit").out()).contains("failures=\"1\"").contains("<failure ");
    write("tidemark.yaml", "scan: { fail-on: nothing }\n");
    Run told = scan();
    assertThat(told.out()).startsWith("shop.go:10:15: leak  ");
    assertThat(told.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void excludedFilesAreNotTold() throws IOException {
    write("gen/api/shop.go", DRAINED);
    write("hand/shop.go", DRAINED);
    write("tidemark.yaml", "scan: { exclude: gen/ }\n");
    Run run = scan();
    assertThat(run.out()).contains("hand/shop.go:10:15").doesNotContain("gen/api");
    // The same file holds, and means the same, for a folder of the module.
    assertThat(scanOf(folder.resolve("gen/api")).out()).startsWith("no leaks");
    assertThat(scanOf(folder.resolve("hand")).code()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void tagsAndSystemDecideWhatIsBuilt() throws IOException {
    write("shop.go", DRAINED.replace("package shop", "//go:build nightly\n\npackage shop"));
    write("pipe_windows.go", DRAINED.replace("Sink", "Pipe").replace("Price", "Cost"));
    write("doc.go", "package shop\n");
    assertThat(scan().code()).isEqualTo(ExitCode.OK);
    write("tidemark.yaml", "scan: { build: { tags: [nightly] } }\n");
    assertThat(scan().out()).startsWith("shop.go:12:15: leak").doesNotContain("pipe_windows");
    write("tidemark.yaml", "scan: { build: { goos: windows } }\n");
    assertThat(scan().out()).startsWith("pipe_windows.go:10:15: leak");
  }

  @Test
  void limitsHold() throws IOException {
    write("shop.go", DRAINED);
    write("tidemark.yaml", "scan: { limits: { file-size: 100B } }\n");
    Run run = scan();
    assertThat(run.err()).contains("shop.go: larger than 100 bytes");
    write("shop_test.go", DRAINED);
    Files.delete(folder.resolve("shop.go"));
    write("tidemark.yaml", "scan: { tests: false }\n");
    assertThat(scan().out()).startsWith("no leaks");
    write("tidemark.yaml", "scan: { tests: true }\n");
    assertThat(scan().out()).startsWith("shop_test.go:10:15: leak");
  }

  @Test
  void anotherFileMayBeGiven() throws IOException {
    write("shop.go", DRAINED);
    write("tidemark.yaml", "scan: { nonsense: 1 }\n");
    write("ci/strict.yaml", "scan: { fail-on: nothing, exclude: ['*.go'] }\n");
    Run run = scan("--config", folder.resolve("ci/strict.yaml").toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("no leaks in 1 package, 2 functions\n");
    Run missing = scan("--config", folder.resolve("none.yaml").toString());
    assertThat(missing.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(missing.err()).contains("none.yaml does not exist");
  }

  @Test
  void allMistakesAreToldAndNothingIsScanned() throws IOException {
    write("shop.go", DRAINED);
    write(
        "tidemark.yaml",
        "scan:\n  rules:\n    lost-cancell: off\n  limits:\n    timer: 1 minute\n");
    Run run = scan();
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("tidemark.yaml:3:5: there is no rule `lost-cancell` in rules; did you mean")
        .contains("tidemark.yaml:5:12: `timer` is the text `1 minute`\n")
        .contains("give a time such as 90s, 2m30s or 1h")
        .contains("2 mistakes in ")
        .doesNotContain("bug of ours");
  }

  @Test
  void inspectWithSourceReadsItBeforeAnythingElse() throws IOException {
    write("shop.go", DRAINED);
    write("tidemark.yaml", "scan: { nonsense: 1 }\n");
    Run run =
        Run.of("inspect", folder.resolve("no-profiles").toString(), "--source", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("tidemark.yaml:1:9: there is no key `nonsense` in scan");
  }

  @Test
  void whatLiesAboveTheModuleIsNotRead() throws IOException {
    write("tidemark.yaml", "scan: { nonsense: 1 }\n");
    write("inner/go.mod", "module example.com/inner\n\ngo 1.26\n");
    write("inner/shop.go", "package inner\n");
    assertThat(scanOf(folder.resolve("inner")).code()).isEqualTo(ExitCode.OK);
  }

  /** Without the file and the options, start-up does not pay for what they stand on. */
  @Test
  void nothingIsLoadedForWhatIsNotThere() throws IOException, InterruptedException {
    write("shop.go", "package shop\n");
    assertThat(loaded("scan", folder.toString()))
        .contains("dev.tidemark.cli.Scan ")
        .doesNotContain("org.snakeyaml")
        .doesNotContain("dev.tidemark.config.yaml");
    write("tidemark.yaml", "scan: { tests: false }\n");
    assertThat(loaded("scan", folder.toString())).contains("org.snakeyaml");
  }

  static String loaded(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tidemark.cli.Main"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }
}
