package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiffTest {
  private static final Path FORMATS =
      Path.of(System.getProperty("tidemark.captures", "captures"), "formats");
  private static final String FIRST = FORMATS.resolve("shop-heap-first.pb.gz").toString();
  private static final String SECOND = FORMATS.resolve("shop-heap-second.pb.gz").toString();

  @Test
  void totalsStandAboveAndWhatIsCutIsCounted() {
    Run run = Run.of("diff", FIRST, SECOND, "--most", "3");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith("heap, inuse_space: ")
        .containsPattern("(?m)^ +\\S+ \\S+ in \\d+ more, not listed$");
  }

  @Test
  void aProfileMinusItselfIsNothing() {
    Run run = Run.of("diff", FIRST, FIRST);
    assertThat(run.out())
        .contains("MiB, 0 B\n  0 B in stacks that grew, 0 B in stacks that shrank");
    assertThat(run.out()).contains("no collection lies between them");
  }

  @Test
  void beforeAndAfterAreTakenAsGiven() {
    Run forth = Run.of("diff", FIRST, SECOND, "--format", "collapsed");
    Run back = Run.of("diff", SECOND, FIRST, "--format", "collapsed");
    assertThat(forth.out().lines().map(DiffTest::negated))
        .containsExactlyElementsOf(back.out().lines().toList());
  }

  @Test
  void linesAndTreesShowTheSameChange() {
    assertThat(Run.of("diff", FIRST, SECOND, "--view", "lines").out()).contains(".go:");
    assertThat(Run.of("diff", FIRST, SECOND, "--view", "tree").out()).contains(" > ");
  }

  @Test
  void profilesOfDifferentKindsCanNotBeCompared() {
    Run run = Run.of("diff", FIRST, FORMATS.resolve("shop-cpu-2s.pb.gz").toString());
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("no two profiles of one kind");
    assertThat(Run.of("diff", FIRST, SECOND, "--type", "weight").err())
        .contains("the profiles have no values weight");
  }

  private static String negated(String line) {
    int space = line.lastIndexOf(' ') + 1;
    return line.substring(0, space) + -Long.parseLong(line.substring(space));
  }

  @Test
  void goroutinesAreListedByWhoWaits() {
    Path run = FORMATS.resolveSibling("blockedsend").resolve("leaking");
    Run diff =
        Run.of(
            "diff",
            run.resolve("goroutine-1795488226932.pb.gz").toString(),
            run.resolve("goroutine-1795488377282.pb.gz").toString());
    assertThat(diff.out())
        .contains("shop/blockedsend.QuoteOf.func1")
        .doesNotContain("runtime.gopark");
  }
}
