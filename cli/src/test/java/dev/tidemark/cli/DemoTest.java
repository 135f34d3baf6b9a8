package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private static final Path CAPTURES = Path.of(System.getProperty("tidemark.captures", "captures"));

  /** Of each recording's captures those of the first ten seconds, which play in half a second. */
  private static final int FIRST_CAPTURES = 2;

  @TempDir Path folder;

  @Test
  void writesBothReportsAsPagesAndSaysWhere() throws IOException {
    Path captures = beginnings();
    Path pages = folder.resolve("pages/of/the demo");
    Run run = Run.of("demo", "--captures", captures.toString(), "--html", pages.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    for (String name : List.of("leaking.html", "fixed.html")) {
      assertThat(run.out()).contains("  " + pages.resolve(name) + "\n");
      assertThat(Files.readString(pages.resolve(name))).startsWith("<!doctype html>");
    }
  }

  @Test
  void jsonAloneWritesNoPage() throws IOException {
    Run run = Run.of("demo", "--captures", beginnings().toString(), "--format", "json");
    assertThat(run.out()).startsWith("[").doesNotContain(".html");
  }

  @Test
  void aFolderThatCantBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Run run =
        Run.of(
            "demo", "--captures", beginnings().toString(), "--html", file.resolve("x").toString());
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("can't write the pages to " + file.resolve("x"));
  }

  private Path beginnings() throws IOException {
    Path beginnings = folder.resolve("captures");
    for (String variant : List.of("leaking", "fixed")) {
      Path to = Files.createDirectories(beginnings.resolve(variant));
      for (String kind : List.of("heap", "goroutine", "metrics")) {
        try (Stream<Path> files = Files.list(CAPTURES.resolve("contextglobal").resolve(variant))) {
          List<Path> first =
              files
                  .filter(file -> file.getFileName().toString().startsWith(kind + "-"))
                  .sorted()
                  .limit(FIRST_CAPTURES)
                  .toList();
          for (Path file : first) {
            Files.copy(file, to.resolve(file.getFileName()));
          }
        }
      }
    }
    return beginnings;
  }
}
