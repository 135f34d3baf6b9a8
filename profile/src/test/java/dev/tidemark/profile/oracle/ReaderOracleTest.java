package dev.tidemark.profile.oracle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What Go's own parser finds in recorded profiles is what the reader, tables and totals find. */
class ReaderOracleTest {
  @Test
  void everySampleAndEverySumIsWhatGoReads() {
    GoTools go = GoTools.require();
    List<Path> files =
        CaptureFiles.representative().stream()
            .filter(file -> !file.toString().contains("concatenated"))
            .toList();
    try (Comparisons comparisons = new Comparisons("reader")) {
      Map<String, List<String>> theirs = byFile(go.parse(files));
      for (Path file : files) {
        compare(
            comparisons,
            file.toString(),
            CaptureFiles.read(file),
            requireNonNull(theirs.get(file.toString())));
      }
      assertThat(comparisons.count()).isGreaterThan(100L * files.size());
    }
  }

  /** Compares line by line; only sums of 0 may be told by one side alone. */
  static void compare(Comparisons comparisons, String name, Profile profile, List<String> theirs) {
    List<String> ours = Description.of(profile);
    List<String> ordered = inOrder(ours);
    List<String> expectedOrder = inOrder(theirs);
    comparisons.equal(name + ": samples", ordered.size(), expectedOrder.size());
    for (int i = 0; i < ordered.size(); i++) {
      comparisons.equal(name, ordered.get(i), expectedOrder.get(i));
    }
    Map<String, String> sums = sums(ours);
    Map<String, String> expected = sums(theirs);
    Set<String> keys = new TreeSet<>(sums.keySet());
    keys.addAll(expected.keySet());
    for (String key : keys) {
      comparisons.equal(
          name + ": " + key, sums.getOrDefault(key, "0\t0"), expected.getOrDefault(key, "0\t0"));
    }
  }

  static Map<String, List<String>> byFile(List<String> lines) {
    Map<String, List<String>> byFile = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("file\t")) {
        current = new ArrayList<>();
        byFile.put(line.substring("file\t".length()), current);
      } else {
        current.add(line);
      }
    }
    return byFile;
  }

  private static boolean isSum(String line) {
    return line.startsWith("function\t") || line.startsWith("line\t");
  }

  private static List<String> inOrder(List<String> lines) {
    return lines.stream().filter(line -> !isSum(line)).toList();
  }

  /** "function TYPE NAME" or "line TYPE NAME" to "FLAT CUMULATIVE". */
  private static Map<String, String> sums(List<String> lines) {
    Map<String, String> sums = new LinkedHashMap<>();
    for (String line : lines) {
      if (isSum(line)) {
        int cumulative = line.lastIndexOf('\t');
        int flat = line.lastIndexOf('\t', cumulative - 1);
        sums.put(line.substring(0, flat), line.substring(flat + 1));
      }
    }
    return sums;
  }
}
