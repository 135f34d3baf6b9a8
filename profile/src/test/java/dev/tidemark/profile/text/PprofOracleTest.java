package dev.tidemark.profile.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.GoTool;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.SampleFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code go tool pprof -raw} reads in the same text files. */
class PprofOracleTest {
  /** Rows as {@code values: addresses}, sorted. */
  private static List<String> raw(String sample) throws Exception {
    String output = GoTool.run("tool", "pprof", "-raw", SampleFiles.path(sample).toString());
    Map<String, Long> addresses = new HashMap<>();
    boolean inLocations = false;
    for (String line : output.lines().toList()) {
      inLocations |= line.equals("Locations");
      inLocations &= !line.equals("Mappings");
      String[] words = line.strip().split("\\s+");
      if (inLocations && words.length > 1 && words[0].endsWith(":")) {
        addresses.put(
            words[0].substring(0, words[0].length() - 1),
            Long.parseUnsignedLong(words[1].substring(2), 16));
      }
    }
    List<String> rows = new ArrayList<>();
    boolean inSamples = false;
    for (String line : output.lines().toList()) {
      inSamples &= !line.equals("Locations");
      int colon = line.indexOf(':');
      if (inSamples && line.contains("bytes:[")) {
        rows.add(rows.removeLast() + " " + line.strip());
      } else if (inSamples && colon > 0 && Character.isDigit(line.strip().charAt(0))) {
        StringBuilder row =
            new StringBuilder(line.substring(0, colon).strip().replaceAll(" +", " "));
        for (String location : line.substring(colon + 1).strip().split(" ")) {
          row.append(' ').append(Long.toHexString(addresses.getOrDefault(location, 0L)));
        }
        rows.add(row.toString());
      }
      inSamples |= line.contains("/count") || line.contains("/nanoseconds");
    }
    return rows.stream().sorted().toList();
  }

  /** A return address, less one to lie in the call: so pprof keeps them. */
  private static String hex(long[] addresses) {
    StringBuilder text = new StringBuilder();
    LongStream.of(addresses).forEach(a -> text.append(' ').append(Long.toHexString(a - 1)));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"heap-debug1.txt", "allocs-debug1.txt"})
  void heapsAreUnsampledToTheSameNumbers(String name) throws Exception {
    List<String> expected = raw(name);
    List<String> actual =
        TextHeap.parse(SampleFiles.read(name), Limits.DEFAULT).samples().stream()
            .map(s ->
                s.allocObjects()
                    + " "
                    + s.allocBytes()
                    + " "
                    + s.inuseObjects()
                    + " "
                    + s.inuseBytes()
                    + hex(s.addresses())
                    + " bytes:["
                    + s.blockSize()
                    + "]")
            .sorted()
            .toList();
    assertThat(actual).hasSizeGreaterThan(30).isEqualTo(expected);
    GoTool.count("pprof-heap-text", expected.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"goroutine-debug1.txt", "threadcreate-debug1.txt"})
  void countsAreTheSame(String name) throws Exception {
    TextCounts counts = TextCounts.parse(SampleFiles.read(name), Limits.DEFAULT);
    // Labels end a row for pprof's legacy reader too, but it does not keep them.
    Map<String, Long> actual = new HashMap<>();
    counts.rows().forEach(row -> actual.merge(hex(row.addresses()), row.count(), Long::sum));
    Map<String, Long> expected = new HashMap<>();
    for (String row : raw(name)) {
      int space = row.indexOf(' ');
      expected.merge(row.substring(space), Long.valueOf(row.substring(0, space)), Long::sum);
    }
    assertThat(actual).isNotEmpty().isEqualTo(expected);
    GoTool.count("pprof-count-text", expected.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"block-debug1.txt", "mutex-debug1.txt"})
  void contentionsAreTheSame(String name) throws Exception {
    List<String> expected = raw(name);
    List<String> actual =
        TextContentions.parse(SampleFiles.read(name), Limits.DEFAULT).rows().stream()
            .map(row -> row.contentions() + " " + row.delayNanos() + hex(row.addresses()))
            .sorted()
            .toList();
    assertThat(actual).isNotEmpty().isEqualTo(expected);
    GoTool.count("pprof-contention-text", expected.size());
  }

  @Test
  void theOraclesOutputIsUnderstood() throws Exception {
    assertThat(raw("threadcreate-debug1.txt")).isNotEmpty();
  }
}
