package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void versionIsOneLine() {
    Run run = Run.of("--version");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).matches("tidemark \\d+\\.\\d+\\.\\d+\\S*\\R");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void helpNamesEveryCommand() {
    Run run = Run.of("--help");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    for (CommandName name : CommandName.values()) {
      assertThat(run.out()).contains("  " + name.word() + " ");
    }
  }

  @Test
  void everyCommandHasHelpWithExamplesAndFitsAPage() {
    for (CommandName name : CommandName.values()) {
      Run run = Run.of(name.word(), "--help");
      assertThat(run.code()).isEqualTo(ExitCode.OK);
      assertThat(run.out()).startsWith("tidemark " + name.word() + ": ").contains("\n  tidemark ");
      assertThat(run.out().lines())
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
      assertThat(name.load().syntax().command()).isEqualTo(name.word());
      assertThat(name.load().syntax().examples()).isNotEmpty();
    }
  }

  @Test
  void nothingAskedIsWrongUse() {
    Run run = Run.of();
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("usage");
  }

  @Test
  void anUnknownWordIsOneLineWithWhatWasMeant() {
    assertThat(Run.of("docter"))
        .isEqualTo(
            new Run(
                ExitCode.UNUSABLE,
                "",
                "tidemark: there is no command docter; did you mean doctor? (`tidemark --help` lists all)\n"));
    assertThat(Run.of("--verison").err()).contains("no option --verison; did you mean --version?");
    assertThat(Run.of("xyzzy").err())
        .isEqualTo("tidemark: there is no command xyzzy (`tidemark --help` lists all)\n");
  }

  @Test
  void aBugIsOneLineAndWhereToTakeIt() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException("the bug");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ExitCode code =
        Main.run(
            List.of("--version"), Console.of(new ByteArrayInputStream(new byte[0]), broken, err));
    assertThat(code).isEqualTo(ExitCode.BUG);
    assertThat(code.code()).isEqualTo(70);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("tidemark: a bug of ours: java.lang.IllegalStateException: the bug at ");
  }

  @Test
  void memoryThatRanOutOnAnyThreadIsNoBug() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException(new OutOfMemoryError());
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    var _ =
        Main.run(
            List.of("--version"), Console.of(new ByteArrayInputStream(new byte[0]), full, err));
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("needs more memory than its bound", "TIDEMARK_JAVA_OPTS=-Xmx")
        .doesNotContain("bug");
  }

  @Test
  void outputThatCannotBeWrittenIsNotSuccess() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ExitCode code =
        Main.run(
            List.of("--version"), Console.of(new ByteArrayInputStream(new byte[0]), full, err));
    assertThat(code).isEqualTo(ExitCode.UNUSABLE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be written");
  }

  @Test
  void exitCodesAreTheContract() {
    assertThat(List.of(ExitCode.values()))
        .extracting(ExitCode::code)
        .containsExactly(0, 1, 2, 3, 70);
  }
}
