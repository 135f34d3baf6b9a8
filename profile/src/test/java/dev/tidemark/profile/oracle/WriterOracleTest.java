package dev.tidemark.profile.oracle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Profile;
import dev.tidemark.profile.pprof.PprofWriter;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Table;
import dev.tidemark.profile.table.TableProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Tidemark writes, Go's tools open, and find the same in. */
class WriterOracleTest {
  @Test
  void aProfileReadAndWrittenIsReadByGoAsTheOriginal() {
    GoTools go = GoTools.require();
    try (Comparisons comparisons = new Comparisons("writer-copy")) {
      List<Path> copies = new ArrayList<>();
      List<Profile> originals = new ArrayList<>();
      for (Path file : CaptureFiles.representative()) {
        Profile profile = CaptureFiles.read(file);
        originals.add(profile);
        copies.add(GoTools.file("copy-" + originals.size() + ".pb.gz", PprofWriter.write(profile)));
      }
      Map<String, List<String>> theirs = ReaderOracleTest.byFile(go.parse(copies));
      for (int i = 0; i < copies.size(); i++) {
        String copy = copies.get(i).toString();
        ReaderOracleTest.compare(
            comparisons, copy, originals.get(i), requireNonNull(theirs.get(copy)));
      }
      assertThat(comparisons.count()).isGreaterThan(100L * copies.size());
    }
  }

  @Test
  void pprofOpensACopyAMergedProfileAndADifference() {
    GoTools go = GoTools.require();
    Profile first = CaptureFiles.read(CaptureFiles.format("shop-heap-first.pb.gz"));
    Profile second = CaptureFiles.read(CaptureFiles.format("shop-heap-second.pb.gz"));
    Dictionary dictionary = new Dictionary();
    Table before = dictionary.add(first);
    Table after = dictionary.add(second);
    try (Comparisons comparisons = new Comparisons("writer-raw")) {
      compare(go, comparisons, "copy", first, Table.of(first));
      Table merged = Table.sum(List.of(before, after));
      compare(go, comparisons, "merged", TableProfile.of(merged), merged);
      Table difference = after.minus(before);
      compare(go, comparisons, "difference", TableProfile.of(difference), difference);
      Table tripled = after.scale(3);
      compare(go, comparisons, "scaled", TableProfile.of(tripled), tripled);
      for (Path file : CaptureFiles.formats()) {
        Table table = Table.of(CaptureFiles.read(file));
        compare(go, comparisons, "table-" + file.getFileName(), TableProfile.of(table), table);
      }
      assertThat(comparisons.count()).isGreaterThan(500);
    }
  }

  private static void compare(
      GoTools go, Comparisons comparisons, String name, Profile written, Table table) {
    Path file = GoTools.file(name + ".pb.gz", PprofWriter.write(written));
    Stacks.compare(comparisons, name, table, PprofRaw.of(go, List.of(file.toString())));
  }
}
