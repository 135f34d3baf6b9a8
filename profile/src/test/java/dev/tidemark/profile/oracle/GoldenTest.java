package dev.tidemark.profile.oracle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Go's own parser found, kept for machines without Go: header, totals and the largest sums.
 * {@code -Dgolden.update=true} writes them anew, from the oracle and never from our own reader.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final int LARGEST = 12;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "formats/shop-heap-first.pb.gz",
        "formats/shop-heap-second.pb.gz",
        "formats/shop-heap-delta-5s.pb.gz",
        "formats/shop-heap-uncompressed.pb",
        "formats/shapes-heap-names.pb.gz",
        "formats/shapes-goroutine.pb.gz",
        "formats/shapes-goroutineleak.pb.gz",
        "formats/shapes-cpu-2s.pb.gz",
        "formats/shapes-block.pb.gz",
        "formats/shapes-mutex.pb.gz",
        "formats/shapes-threadcreate.pb.gz",
        "formats/shapes-custom-baskets.pb.gz"
      })
  void sumsAreTheOnesGoFound(String capture) throws IOException {
    Path file = CaptureFiles.root().resolve(capture);
    Path golden = GOLDEN.resolve(capture.replace('/', '-') + ".txt");
    if (Boolean.getBoolean("tidemark.golden.update")) {
      List<String> theirs =
          requireNonNull(
              ReaderOracleTest.byFile(GoTools.require().parse(List.of(file))).get(file.toString()));
      Files.createDirectories(GOLDEN);
      Files.write(golden, summary(theirs));
    }
    Profile profile = CaptureFiles.read(file);
    assertThat(summary(Description.of(profile))).isEqualTo(Files.readAllLines(golden));
  }

  /** The lines of a description that say most: all but samples, of sums the largest flat ones. */
  private static List<String> summary(List<String> description) {
    List<String> summary = new ArrayList<>();
    summary.add("samples\t" + count(description, "sample\t"));
    description.stream()
        .filter(line -> line.startsWith("header\t") || line.startsWith("type\t"))
        .forEach(summary::add);
    long types = count(description, "type\t");
    for (int type = 0; type < types; type++) {
      for (String kind : List.of("function\t", "line\t")) {
        String prefix = kind + type + "\t";
        description.stream()
            .filter(line -> line.startsWith(prefix) && !line.endsWith("\t0\t0"))
            .sorted(
                Comparator.comparingLong((String line) -> -Math.abs(column(line, 3)))
                    .thenComparingLong(line -> -Math.abs(column(line, 4)))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(LARGEST)
            .forEach(summary::add);
      }
    }
    return summary;
  }

  private static long count(List<String> lines, String prefix) {
    return lines.stream().filter(line -> line.startsWith(prefix)).count();
  }

  private static long column(String line, int column) {
    return Long.parseLong(line.split("\t", -1)[column]);
  }
}
