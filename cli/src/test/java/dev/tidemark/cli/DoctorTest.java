package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.Check.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final List<Check> CHECKS =
      List.of(
          Check.ok("JDK", "25"),
          Check.note("Go", "not found", "install it"),
          Check.missing("disk", "full", "delete \"some\""));

  @Test
  void saysWhatToDoBelowWhatIsMissing() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = Console.of(new ByteArrayInputStream(new byte[0]), out, out);
    DoctorOutput.text(CHECKS, false, console);
    console.flush();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            ok       JDK   25
            note     Go    not found
                           install it
            missing  disk  full
                           delete "some"
            not ready: see what is missing above
            """);
  }

  @Test
  void jsonQuotes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8)) {
      DoctorOutput.json(CHECKS, false, stream);
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"ready\": false")
        .contains("\"advice\": \"delete \\\"some\\\"\"}\n  ]");
  }

  @Test
  void tellsThatItWasStartedWithoutItsLauncher() {
    List<Check> checks = new Installation("", "", "", "", "").examine();
    assertThat(checks)
        .filteredOn(check -> check.name().equals("JDK"))
        .singleElement()
        .extracting(Check::outcome)
        .isEqualTo(Outcome.NOTE);
    assertThat(checks)
        .filteredOn(check -> check.name().equals("AOT cache"))
        .singleElement()
        .extracting(Check::found)
        .isEqualTo("none: started without ./tidemark");
  }

  @Test
  void tellsOfACacheThatTheJvmLeavesAside(@TempDir Path folder) throws Exception {
    Path cache = Files.writeString(folder.resolve("aot"), "no cache");
    List<Check> checks =
        new Installation(folder.toString(), "PATH", cache.toString(), "", "state").examine();
    assertThat(checks)
        .filteredOn(check -> check.name().equals("AOT cache"))
        .singleElement()
        .satisfies(check -> assertThat(check.found()).endsWith("but this JVM does not take it"));
  }

  @Test
  void countsTheRecordedRuns(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("captures/one"));
    Files.createDirectories(folder.resolve("captures/two"));
    Files.writeString(folder.resolve("captures/README.md"), "");
    assertThat(new Installation(folder.toString(), "PATH", "", "", "").examine())
        .contains(Check.ok("captures", "2 folders of recordings in " + folder.resolve("captures")));
  }
}
