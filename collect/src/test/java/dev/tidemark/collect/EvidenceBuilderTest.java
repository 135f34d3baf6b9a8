package dev.tidemark.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.detect.GoroutineState;
import dev.tidemark.diagnose.Evidence;
import dev.tidemark.profile.Frame;
import dev.tidemark.profile.Limits;
import dev.tidemark.profile.Profile;
import dev.tidemark.profile.ProfileBuilder;
import dev.tidemark.profile.ProfileHeader;
import dev.tidemark.profile.ValueType;
import dev.tidemark.profile.filter.StackFilter;
import dev.tidemark.profile.pprof.PprofWriter;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceBuilderTest {
  private static final long START = 1_761_955_200_000L;
  private static final String DUMP =
      """
      goroutine 7 [chan send, 3 minutes]:
      shop/fetch.Quote.func1()
      \t/src/shop/fetch/fetch.go:14 +0x1d
      created by shop/fetch.Quote in goroutine 1
      \t/src/shop/fetch/fetch.go:12 +0x2d

      goroutine 8 [select]:
      shop/mail.(*Queue).run()
      \t/src/shop/mail/queue.go:40 +0x1d

      goroutine 9 [semacquire]:
      sync.runtime_Semacquire(0xc000012345)
      \t/go/src/runtime/sema.go:71 +0x25
      sync.(*WaitGroup).Wait(0xc000012340)
      \t/go/src/sync/waitgroup.go:118 +0x48
      shop/batch.All()
      \t/src/shop/batch/batch.go:21 +0x1d
      """;

  @TempDir Path folder;

  @Test
  void aDumpIsFilteredAsProfilesAre() {
    assertThat(dumpFilteredBy(new StackFilter("fetch", "", "", "")))
        .singleElement()
        .satisfies(stack -> assertThat(stack).startsWith("shop/fetch.Quote.func1"));
    assertThat(dumpFilteredBy(new StackFilter("", "fetch|batch", "", "")))
        .containsExactly("shop/mail.(*Queue).run");
    assertThat(dumpFilteredBy(new StackFilter("batch", "", "^sync", "")))
        .containsExactly("shop/batch.All");
  }

  @Test
  void aSemaphoreOfTheRuntimeIsNamedByWhatItStandsFor() {
    EvidenceBuilder builder = builder(profile -> profile);
    builder.add(text("dump.txt", 0, DUMP));
    assertThat(
            builder.evidence("").goroutines().observations().getFirst().groups().values().stream()
                .map(GoroutineState::waitsFor))
        .containsExactlyInAnyOrder("chan send", "select", "sync.WaitGroup.Wait");
  }

  @Test
  void aFilterLeavesCollectionsAndRestartsToTheWholeProfile() {
    EvidenceBuilder builder = builder(new StackFilter("shop/cart", "", "", "")::apply);
    builder.add(heap(0, 100_000, 1_000));
    builder.add(heap(10, 200_000, 1_000));
    builder.add(heap(20, 300_000, 10));
    Evidence evidence = builder.evidence("");
    assertThat(evidence.notes()).isEmpty();
    assertThat(evidence.heap().count()).isEqualTo(3);
  }

  @Test
  void nothingLeftByAFilterIsTold() {
    EvidenceBuilder builder = builder(new StackFilter("nosuch", "", "", "")::apply);
    assertThat(builder.isFilteredAway()).isFalse();
    builder.add(heap(0, 100_000, 1_000));
    builder.add(text("dump.txt", 10, DUMP));
    assertThat(builder.isFilteredAway()).isTrue();
    assertThat(builder.hasStacks()).isFalse();
  }

  @Test
  void aLabelSeriesThatGoesIsNoRestart() {
    EvidenceBuilder builder = builder(profile -> profile);
    for (int i = 0; i < 8; i++) {
      String more = i < 4 ? "http_requests_total{path=\"/b\"} 9000\n" : "";
      builder.add(
          metrics(i, "http_requests_total{path=\"/a\"} " + 100 * i + "\n" + more + allocated(i)));
    }
    assertThat(builder.evidence("").notes()).isEmpty();
    assertThat(builder.evidence("").metrics().count()).isEqualTo(8);
  }

  @Test
  void theTimeOfTheStartTellsARestart() {
    EvidenceBuilder builder = builder(profile -> profile);
    for (int i = 0; i < 8; i++) {
      double start = i < 5 ? 1_761_950_000.25 + i * 0.01 : 1_761_955_249.5;
      builder.add(metrics(i, "process_start_time_seconds " + start + "\n" + allocated(i)));
    }
    assertThat(builder.evidence("").notes()).extracting(note -> note.kind()).contains("restart");
    assertThat(builder.evidence("").metrics().count()).isEqualTo(3);
  }

  @Test
  void onlyARealFallOfACounterIsARestart() {
    EvidenceBuilder little = builder(profile -> profile);
    little.add(metrics(0, "go_memstats_alloc_bytes_total 1000000\n"));
    little.add(metrics(1, "go_memstats_alloc_bytes_total 999000\n"));
    assertThat(little.evidence("").notes()).isEmpty();
    EvidenceBuilder much = builder(profile -> profile);
    much.add(metrics(0, "go_memstats_alloc_bytes_total 1000000\n"));
    much.add(metrics(1, "go_memstats_alloc_bytes_total 900000\n"));
    assertThat(much.evidence("").notes()).hasSize(1);
  }

  @Test
  void metricsOfOneTimeAreSaid() {
    EvidenceBuilder builder = builder(profile -> profile);
    builder.add(metrics(0, "go_goroutines 7\n"));
    builder.add(metrics(0, "go_goroutines 9\n"));
    assertThat(builder.evidence("").notes())
        .singleElement()
        .satisfies(note ->
            assertThat(note.text())
                .startsWith("1 reading of metrics has the time of another one and is left out")
                .contains("name files with the epoch milliseconds"));
  }

  @Test
  void duplicatesAreCalledSo() {
    EvidenceBuilder builder = builder(profile -> profile);
    builder.add(heap(0, 100_000, 1_000));
    builder.add(heap(0, 100_000, 1_000));
    builder.add(heap(0, 100_000, 1_000));
    builder.add(heap(0, 200_000, 1_000));
    assertThat(builder.evidence("").notes())
        .extracting(note -> note.text())
        .satisfiesExactly(
            text -> assertThat(text).startsWith("2 heap profiles are left out: duplicates"),
            text ->
                assertThat(text)
                    .startsWith("1 heap profile has the time of another one, by what stands in")
                    .doesNotContain("name files"));
  }

  @Test
  void aCopiedDirectoryIsDoubted() throws Exception {
    for (int i = 0; i < 4; i++) {
      Path file = folder.resolve("metrics-" + i + ".txt");
      Files.writeString(file, "go_goroutines " + i + "\n" + allocated(i));
      Files.setLastModifiedTime(file, FileTime.fromMillis(START + i * 100));
    }
    assertThat(readFolder().evidence("").notes())
        .singleElement()
        .satisfies(
            note -> assertThat(note.text()).contains("seem to be those of copying", "cp -p"));
    for (int i = 0; i < 4; i++) {
      Files.setLastModifiedTime(
          folder.resolve("metrics-" + i + ".txt"), FileTime.fromMillis(START + i * 10_000));
    }
    assertThat(readFolder().evidence("").notes()).isEmpty();
  }

  @Test
  void anEmptyCaptureInADirectoryIsNamed() throws Exception {
    ByteArrayOutputStream nothing = new ByteArrayOutputStream();
    new GZIPOutputStream(nothing).close();
    Files.write(folder.resolve("heap-empty.pb.gz"), nothing.toByteArray());
    Files.writeString(folder.resolve("README.md"), "How these were taken.\n");
    Files.writeString(folder.resolve("metrics.txt"), "go_goroutines 7\n");
    EvidenceBuilder builder = readFolder();
    assertThat(builder.evidence("").unreadable())
        .singleElement()
        .satisfies(each -> assertThat(each.name()).endsWith("heap-empty.pb.gz"));
    assertThat(builder.understood()).isEqualTo(1);
    assertThat(builder.passedOver()).isEqualTo(1);
  }

  private EvidenceBuilder readFolder() throws Unusable {
    return new FileSources(Limits.DEFAULT, () -> builder(profile -> profile))
        .read(List.of(folder.toString()), InputStream.nullInputStream())
        .values()
        .iterator()
        .next();
  }

  private static List<String> dumpFilteredBy(StackFilter filter) {
    EvidenceBuilder builder = builder(filter::apply);
    builder.add(text("dump.txt", 0, DUMP));
    return builder.evidence("").goroutines().observations().getFirst().groups().keySet().stream()
        .map(group -> String.join(" ", group.stack().stream().map(Frame::function).toList()))
        .toList();
  }

  private static EvidenceBuilder builder(UnaryOperator<Profile> filter) {
    return new EvidenceBuilder(Limits.DEFAULT, filter);
  }

  private static Capture metrics(int tensOfSeconds, String text) {
    return text("metrics.txt", tensOfSeconds * 10, text);
  }

  private static String allocated(int reading) {
    return "go_memstats_alloc_bytes_total " + (1_000_000 + reading * 1000) + "\n";
  }

  private static Capture text(String name, int second, String text) {
    return new Capture(name, START + second * 1000L, true, text.getBytes(UTF_8));
  }

  /** A heap profile with a site that allocated so much in all, and another. */
  private static Capture heap(int second, long ofOrders, long ofCarts) {
    ProfileHeader header =
        ProfileHeader.of(
                List.of(
                    new ValueType("alloc_objects", "count"),
                    new ValueType("alloc_space", "bytes"),
                    new ValueType("inuse_objects", "count"),
                    new ValueType("inuse_space", "bytes")))
            .withPeriod(new ValueType("space", "bytes"), 524_288)
            .withTime((START + second * 1000L) * 1_000_000);
    Profile profile =
        new ProfileBuilder(header)
            .sample(List.of(new Frame("shop/order.New", "o.go", 3)), List.of(), 9, ofOrders, 1, 50)
            .sample(List.of(new Frame("shop/cart.New", "c.go", 5)), List.of(), 4, ofCarts, 1, 9)
            .build();
    return new Capture("heap.pb.gz", START, true, PprofWriter.write(profile));
  }
}
