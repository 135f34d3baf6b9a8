package dev.tidemark.profile.oracle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.profile.Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Files written one behind the other are read as what each of them is to Go. */
class ConcatenationOracleTest {
  private static final List<List<String>> GROUPS =
      List.of(
          List.of("shop-heap-first", "shop-heap-second"),
          List.of("shapes-cpu-2s", "shop-cpu-2s", "shapes-cpu-2s"),
          List.of("shapes-goroutine", "shapes-goroutine"),
          List.of("shapes-block", "shapes-mutex"),
          List.of("shapes-threadcreate", "shapes-custom-baskets", "shapes-goroutineleak"),
          List.of("shop-heap-delta-5s", "shop-allocs", "shop-cpu-2s", "shapes-heap-names"));

  @Test
  void theRecordedConcatenationIsItsTwoProfiles() {
    GoTools go = GoTools.require();
    byte[] recorded = CaptureFiles.bytes(CaptureFiles.format("shop-heap-concatenated.pb.gz"));
    try (Comparisons comparisons = new Comparisons("concatenated-recorded")) {
      compare(go, comparisons, GROUPS.getFirst(), recorded);
    }
  }

  @Test
  void gzipMembersAndRawMessagesAreToldApart() {
    GoTools go = GoTools.require();
    try (Comparisons comparisons = new Comparisons("concatenated")) {
      for (List<String> group : GROUPS) {
        compare(go, comparisons, group, concatenated(group, UnaryOperator.identity()));
        compare(go, comparisons, group, concatenated(group, ConcatenationOracleTest::inflated));
      }
      assertThat(comparisons.count()).isGreaterThan(2000);
    }
  }

  private static void compare(
      GoTools go, Comparisons comparisons, List<String> group, byte[] bytes) {
    List<Path> files = files(group);
    Map<String, List<String>> theirs = ReaderOracleTest.byFile(go.parse(files));
    List<Profile> ours = CaptureFiles.readAll(bytes);
    comparisons.equal(group + ": profiles", ours.size(), group.size());
    for (int i = 0; i < ours.size(); i++) {
      String file = files.get(i).toString();
      ReaderOracleTest.compare(comparisons, file, ours.get(i), requireNonNull(theirs.get(file)));
    }
  }

  private static List<Path> files(List<String> group) {
    return group.stream().map(name -> CaptureFiles.format(name + ".pb.gz")).toList();
  }

  private static byte[] concatenated(List<String> group, UnaryOperator<byte[]> form) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    files(group).forEach(file -> all.writeBytes(form.apply(CaptureFiles.bytes(file))));
    return all.toByteArray();
  }

  private static byte[] inflated(byte[] gzip) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
