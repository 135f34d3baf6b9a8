package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.collect.Unusable;
import dev.tidemark.diagnose.Case;
import dev.tidemark.diagnose.Report;
import dev.tidemark.diagnose.code.CodeJoin;
import dev.tidemark.scan.Rules;
import dev.tidemark.scan.ScanReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On recorded runs that leak, joined with their source, the case names the line that keeps it. */
class RecordedCodeTest {
  private static final Path CAPTURES = Path.of(System.getProperty("tidemark.captures", "captures"));
  private static final Path TESTBED = Path.of("..", "testbed").toAbsolutePath().normalize();

  /** Scan finds nothing there, or, beside it in the same service, what looks just like it. */
  private static final Set<String> OPEN =
      Set.of("headerslice", "losttimeout", "offheap", "tickerperrequest", "timeafterloop");

  @Test
  void theLineThatKeepsItIsNamed() throws IOException, Unusable, CommandException {
    Console console = Console.ofProcess();
    SourceScan source = SourceScan.of(TESTBED.toString(), false);
    ScanReport scanned = source.run(Rules.all(), _ -> true, false, _ -> {}, console);
    CodeJoin join = new CodeJoin(scanned, source.lines()::line);
    Set<String> missed = new TreeSet<>();
    int runs = 0;
    for (String name : leaking()) {
      Report report = join.join(RecordedRunsTest.report(CAPTURES.resolve(name + "/leaking")));
      runs++;
      boolean isNamed =
          report.cases().stream()
              .map(Case::findings)
              .filter(findings -> !findings.isEmpty())
              .anyMatch(findings -> findings.getFirst().file().equals(name + "/leaking.go"));
      if (!isNamed) {
        missed.add(name);
      }
    }
    assertThat(runs).isGreaterThan(15);
    assertThat(missed).isEqualTo(new TreeSet<>(OPEN));
  }

  private static Set<String> leaking() throws IOException {
    try (Stream<Path> folders = Files.list(CAPTURES)) {
      Set<String> names = new TreeSet<>();
      folders
          .filter(folder -> Files.isDirectory(folder.resolve("leaking")))
          .forEach(folder -> names.add(folder.getFileName().toString()));
      return names;
    }
  }
}
