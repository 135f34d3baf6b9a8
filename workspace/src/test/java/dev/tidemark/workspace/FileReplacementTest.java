package dev.tidemark.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileReplacementTest {
  private static final byte[] OLD = "old".getBytes(UTF_8);
  private static final byte[] NEW = "new".getBytes(UTF_8);

  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void file() throws IOException {
    folder = temporary.toRealPath();
    file = Files.write(folder.resolve("a.go"), OLD);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void contentIsReplacedAndTheModeStays() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
    new FileReplacement().replace(file, OLD, NEW);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x--x");
    assertThat(names()).containsExactly("a.go");
  }

  @ParameterizedTest
  @EnumSource(FileReplacement.Step.class)
  void whatFailsAtAnyStepLeavesTheFileAndNothingElse(FileReplacement.Step broken)
      throws IOException {
    FileReplacement failing =
        new FileReplacement(step -> {
          if (step == broken) {
            throw new IOException("No space left on device");
          }
        });
    assertThatThrownBy(() -> failing.replace(file, OLD, NEW))
        .isInstanceOf(FileReplacement.Refused.class)
        .hasMessage("it can't be written: No space left on device");
    assertThat(file).hasBinaryContent(OLD);
    assertThat(names()).containsExactly("a.go");
  }

  @Test
  void whatChangesMeanwhileIsNotOverwritten() throws IOException {
    FileReplacement disturbed =
        new FileReplacement(step -> {
          if (step == FileReplacement.Step.COMPARE) {
            Files.writeString(file, "theirs");
          }
        });
    assertThatThrownBy(() -> disturbed.replace(file, OLD, NEW))
        .hasMessage("it has changed since it was read");
    assertThat(file).hasContent("theirs");
    assertThat(names()).containsExactly("a.go");
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.go"), file);
    assertThatThrownBy(() -> new FileReplacement().replace(link, OLD, NEW))
        .hasMessage("it is a link: mend the file that it leads to");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasBinaryContent(OLD);
  }

  @Test
  void whatIsGoneIsNotMadeAnew() throws IOException {
    Files.delete(file);
    assertThatThrownBy(() -> new FileReplacement().replace(file, OLD, NEW))
        .hasMessage("it is no longer there");
    assertThat(names()).isEmpty();
  }
}
