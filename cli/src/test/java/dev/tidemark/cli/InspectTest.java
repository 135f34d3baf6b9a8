package dev.tidemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {
  private static final Path CAPTURES = Path.of(System.getProperty("tidemark.captures", "captures"));

  @TempDir Path folder;

  @Test
  void aLeakEndsWithOneAndNamesItsLine() {
    Run run = Run.of("inspect", CAPTURES.resolve("usercache/leaking").toString());
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
    assertThat(run.out()).startsWith("LEAK ").contains("usercache/leaking.go:43");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void itsFixedTwinEndsWithZero() {
    Run run = Run.of("inspect", CAPTURES.resolve("usercache/fixed").toString());
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).startsWith("STEADY ");
  }

  @Test
  void growthIsToldAlongAPathThatIsAskedFor() {
    Run run =
        Run.of(
            "inspect",
            CAPTURES.resolve("usercache/leaking").toString(),
            "--path",
            "usercache.*Get",
            "--path",
            "nowhere");
    assertThat(run.out())
        .containsPattern("Path usercache.\\*Get: 0.0 → 9.. MiB, \\+4.. MiB/min")
        .contains("Path nowhere: no live memory was allocated there, no goroutine is on it.");
  }

  @Test
  void goroutinesAreOnAPathByTheirLabelToo() {
    String dump = CAPTURES.resolve("formats/shapes-goroutine-debug2-labels.txt").toString();
    assertThat(Run.of("inspect", dump, "--path", "south harbour").out())
        .containsPattern("Path south harbour: goroutines [1-9]");
  }

  @Test
  void aPathThatIsNoExpressionIsSaid() {
    Run run = Run.of("inspect", CAPTURES.toString(), "--path", "(");
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("--path is no regular expression: Unclosed group at 1");
  }

  @Test
  void whatTheRuntimeProvedIsALeakWithoutATrend() throws IOException {
    StringBuilder dump = new StringBuilder();
    for (int goroutine = 20; goroutine < 32; goroutine++) {
      dump.append("goroutine ").append(goroutine).append(" [chan send (leaked)]:\n");
      dump.append("shop/fetch.Quote.func1()\n\t/src/shop/fetch/fetch.go:14 +0x1d\n\n");
    }
    Path file = Files.writeString(folder.resolve("goroutineleak.txt"), dump);
    Run run = Run.of("inspect", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
    assertThat(run.out())
        .startsWith("GOROUTINE-LEAK ")
        .contains("the Go runtime itself found 12 goroutines", "fetch/fetch.go:14");
  }

  @Test
  void subdirectoriesAreProcessesOfTheirOwn() {
    Run run = Run.of("inspect", CAPTURES.resolve("usercache").toString());
    assertThat(run.code()).isEqualTo(ExitCode.FOUND);
    assertThat(run.out()).contains("STEADY ").contains("LEAK ");
  }

  @Test
  void oneBadFileAmongGoodOnesIsNamedAndTheVerdictStands() throws IOException {
    Path heap = CAPTURES.resolve("formats/shop-heap-first.pb.gz");
    byte[] cut = Arrays.copyOf(Files.readAllBytes(heap), 3000);
    Path bad = Files.write(folder.resolve("heap-cut.pb.gz"), cut);
    Run run = Run.of("inspect", heap.toString(), bad.toString());
    assertThat(run.code()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(run.err())
        .contains("heap-cut.pb.gz: byte 3,000: ends inside the gzip data: the file was cut")
        .contains("read 1 of 2 inputs (not " + bad + ")");
  }

  @Test
  void twoLivesOfAProcessAreNotOneGrowth() throws IOException {
    for (String variant : List.of("fixed", "leaking")) {
      try (Stream<Path> files = Files.list(CAPTURES.resolve("contextglobal").resolve(variant))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(variant + "-" + file.getFileName()));
        }
      }
    }
    Run run = Run.of("inspect", folder.toString());
    assertThat(run.out()).contains("Counters fell back").contains("over 2m30s");
  }

  @Test
  void profilesAloneTellTwoLivesApart() throws IOException {
    for (String variant : List.of("fixed", "leaking")) {
      Path run = CAPTURES.resolve("contextglobal").resolve(variant);
      try (Stream<Path> files = Files.list(run)) {
        for (Path file :
            files.filter(f -> f.getFileName().toString().startsWith("heap")).toList()) {
          Files.copy(file, folder.resolve(variant + "-" + file.getFileName()));
        }
      }
    }
    Run run = Run.of("inspect", folder.toString());
    assertThat(run.out()).contains("Counters fell back", "16 snapshots over 2m30s");
  }

  @Test
  void nothingReadableEndsWithTwo() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "remember the milk\n");
    Run run = Run.of("inspect", text.toString());
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("notes.txt: of no form that Tidemark reads");
    assertThat(Run.of("inspect", folder.resolve("gone").toString()).err())
        .isEqualTo(
            "tidemark: no such file, directory or http(s) address: "
                + folder.resolve("gone")
                + "\n");
    assertThat(Run.of("inspect", Files.createDirectory(folder.resolve("empty")).toString()).code())
        .isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void anEmptyFileIsNoProfile() throws IOException {
    Path empty = Files.write(folder.resolve("empty.pb"), new byte[0]);
    Run run = Run.of("inspect", empty.toString());
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("empty.pb");
  }

  @Test
  void collapsedStacksAreOfWhatGrew() {
    Run run =
        Run.of(
            "inspect", "--format", "collapsed", CAPTURES.resolve("bigbuffer/leaking").toString());
    assertThat(run.out()).containsPattern("(?m)^net/http\\..*;shop/bigbuffer\\.\\S+ \\d+$");
  }

  @Test
  void anOutputFileHoldsWhatTheConsoleWould() throws IOException {
    Path file = folder.resolve("report.md");
    String source = CAPTURES.resolve("blockedsend/leaking").toString();
    Run run = Run.of("inspect", "--format", "markdown", "--output", file.toString(), source);
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(file, UTF_8)).startsWith("## GOROUTINE-LEAK: ");
  }

  @Test
  void everyFormIsRead() throws IOException {
    try (var files = Files.list(CAPTURES.resolve("formats"))) {
      files
          .filter(file -> !file.endsWith("README.md"))
          .forEach(file -> {
            Run run = Run.of("inspect", file.toString());
            assertThat(run.err()).as(file.toString()).isEmpty();
            assertThat(run.code()).as(file.toString()).isEqualTo(ExitCode.INCONCLUSIVE);
          });
    }
  }

  @Test
  void aFilterThatLeavesNothingIsWrongUse() {
    String heap = CAPTURES.resolve("formats/shop-heap-first.pb.gz").toString();
    Run run = Run.of("inspect", "--focus", "nosuch", heap);
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).isEqualTo("tidemark: nothing matches --focus nosuch\n");
    assertThat(Run.of("diff", "--focus", "nosuch", heap, heap).err())
        .isEqualTo("tidemark: nothing matches --focus nosuch\n");
  }

  @Test
  void howToWatchIsForLiveProcesses() {
    String heap = CAPTURES.resolve("formats/shop-heap-first.pb.gz").toString();
    for (String option : List.of("--for", "--every", "--save")) {
      Run run = Run.of("inspect", option, "1m", heap);
      assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
      assertThat(run.err()).startsWith("tidemark: " + option + " is for live processes");
    }
  }

  @Test
  void aFileThatCanNotBeWrittenIsSaidInWords() {
    Run run =
        Run.of(
            "inspect",
            "--output",
            folder.resolve("gone/report.txt").toString(),
            CAPTURES.resolve("formats/shop-heap-first.pb.gz").toString());
    assertThat(run.err()).contains("report.txt: no such file or directory");
  }

  @Test
  void textKeepsToItsWidth() throws IOException {
    for (String leak : List.of("contextglobal", "blockedsend", "goroutinetimer", "wshub")) {
      Path run = CAPTURES.resolve(leak).resolve("leaking");
      if (Files.exists(run)) {
        assertThat(tooWide(Run.of("inspect", run.toString()).out())).as(leak).isEmpty();
      }
    }
    String heap = CAPTURES.resolve("formats/shop-heap-first.pb.gz").toString();
    Run three = Run.of("inspect", heap, heap, heap);
    assertThat(three.out()).contains("read: ");
    assertThat(tooWide(three.out())).isEmpty();
  }

  /** Lines that could have been broken between words, and were not. */
  private static List<String> tooWide(String report) {
    String judged =
        report.contains("\n\nheap") ? report.substring(0, report.indexOf("\n\nheap")) : report;
    return judged
        .lines()
        .filter(line -> line.length() > 98 && line.strip().indexOf(' ') >= 0)
        .toList();
  }

  @Test
  void focusLeavesOnlyWhatMatches() {
    Run run =
        Run.of(
            "inspect",
            "--focus",
            "storefront",
            CAPTURES.resolve("formats/shop-heap-first.pb.gz").toString());
    assertThat(run.out()).contains("shop/storefront").doesNotContain("mimetype");
    assertThat(Run.of("inspect", "--focus", "(", "x").err())
        .startsWith("tidemark: --focus is no regular expression");
  }
}
