package dev.tidemark.profile.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.table.Dictionary;
import dev.tidemark.profile.table.Grouping;
import dev.tidemark.profile.table.Table;
import dev.tidemark.profile.table.Totals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables and totals are what {@code go tool pprof} prints, to the last byte. */
class GoToolPprofTest {
  private static final int RUNS = 4;

  @Test
  void topShowsTheSameSumsByFunction() {
    GoTools go = GoTools.require();
    try (Comparisons comparisons = new Comparisons("top")) {
      for (Path file : chosen()) {
        Profile profile = CaptureFiles.read(file);
        Table table = Table.of(profile);
        List<ValueType> types = profile.header().sampleTypes();
        for (int type = 0; type < types.size(); type++) {
          String name = file.getFileName() + " " + types.get(type);
          PprofTop top = PprofTop.of(go, types.get(type), List.of(file.toString()));
          Totals totals = Totals.of(table, type, Grouping.FUNCTION);
          top.compare(comparisons, name, totals);
          comparisons.equal(name + ": total", totals.total(), top.total());
        }
      }
      assertThat(comparisons.count()).isGreaterThan(1000);
    }
  }

  @Test
  void rawHasTheSameStacks() {
    GoTools go = GoTools.require();
    try (Comparisons comparisons = new Comparisons("raw")) {
      for (Path file : chosen()) {
        Stacks.compare(
            comparisons,
            file.toString(),
            Table.of(CaptureFiles.read(file)),
            PprofRaw.of(go, List.of(file.toString())));
      }
      assertThat(comparisons.count()).isGreaterThan(500);
    }
  }

  @Test
  void diffBaseIsOneTableMinusTheOther() {
    GoTools go = GoTools.require();
    try (Comparisons comparisons = new Comparisons("diff_base")) {
      for (List<Path> pair : pairs()) {
        Dictionary dictionary = new Dictionary();
        Table before = dictionary.add(CaptureFiles.read(pair.getFirst()));
        Table after = dictionary.add(CaptureFiles.read(pair.getLast()));
        Table difference = after.minus(before);
        List<String> arguments =
            List.of("-diff_base=" + pair.getFirst(), pair.getLast().toString());
        List<ValueType> types = difference.header().sampleTypes();
        for (int type = 0; type < types.size(); type++) {
          String name = pair.getLast() + " " + types.get(type);
          PprofTop.of(go, types.get(type), arguments)
              .compare(comparisons, name, Totals.of(difference, type, Grouping.FUNCTION));
        }
        Stacks.compare(
            comparisons, pair.getLast().toString(), difference, PprofRaw.of(go, arguments));
      }
      assertThat(comparisons.count()).isGreaterThan(1000);
    }
  }

  private static List<Path> chosen() {
    List<Path> files =
        new ArrayList<>(
            CaptureFiles.formats().stream()
                .filter(file -> !file.toString().contains("concatenated"))
                .toList());
    CaptureFiles.runEnds().stream().limit(RUNS).forEach(ends -> files.add(ends.getLast()));
    return files;
  }

  private static List<List<Path>> pairs() {
    List<List<Path>> pairs = new ArrayList<>();
    pairs.add(
        List.of(
            CaptureFiles.format("shop-heap-first.pb.gz"),
            CaptureFiles.format("shop-heap-second.pb.gz")));
    CaptureFiles.runEnds().stream().limit(RUNS).forEach(pairs::add);
    return pairs;
  }
}
