package dev.tidemark.golang.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.golang.build.FileHeader;
import dev.tidemark.golang.build.FileName;
import dev.tidemark.golang.build.MalformedConstraintException;
import dev.tidemark.golang.build.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A file belongs to a build for us if it does for go/build, on platforms with and without kin. */
class BuildOracleTest {
  @Test
  void filesBelongToTheBuildsThatGoTakesThemFor() throws IOException, InterruptedException {
    List<String> files = GoPrograms.files();
    long compared = 0;
    for (Platform platform :
        List.of(
            Platform.linux(),
            new Platform("windows", "arm64", Set.of(), 26, true),
            new Platform("android", "arm64", Set.of(), 26, true),
            new Platform("illumos", "amd64", Set.of("integration"), 26, true),
            new Platform("wasip1", "wasm", Set.of(), 26, true))) {
      String tags = String.join(",", platform.tags());
      List<String> arguments = List.of(platform.os(), platform.arch(), tags);
      for (String answer : GoPrograms.answers("build", arguments, files)) {
        String[] cells = answer.split("\t", -1);
        assertThat(ours(Path.of(cells[0]), platform)).as(answer).isEqualTo(cells[1]);
        compared++;
      }
    }
    GoPrograms.count("go-build", compared);
  }

  private static String ours(Path file, Platform platform) throws IOException {
    String name = file.getFileName().toString();
    try {
      return String.valueOf(
          !FileName.isIgnored(name)
              && FileName.isFor(name, platform)
              && FileHeader.constraint(Files.readAllBytes(file)).holds(platform));
    } catch (MalformedConstraintException malformed) {
      return "error";
    }
  }
}
