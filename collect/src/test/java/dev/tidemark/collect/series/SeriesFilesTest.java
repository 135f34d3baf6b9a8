package dev.tidemark.collect.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.diagnose.series.SeriesReport;
import dev.tidemark.diagnose.series.SeriesVerdict;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFilesTest {
  private static final String HEADER = "series_id,epoch_seconds,rss_bytes,limit\n";

  @TempDir Path folder;

  private final List<String> complaints = new ArrayList<>();

  @Test
  void seriesAreToldFromOtherFilesByTheirHeader() throws IOException {
    assertThat(SeriesFiles.isSeries(file("a.txt", HEADER.getBytes(UTF_8)))).isTrue();
    assertThat(SeriesFiles.isSeries(file("b.txt", gzip(HEADER + rows("a", 0.05, 1))))).isTrue();
    assertThat(SeriesFiles.isSeries(file("c.csv", "id,time,v\n".getBytes(UTF_8)))).isFalse();
    assertThat(SeriesFiles.isSeries(file("d.csv", new byte[] {0x1f, (byte) 0x8b, 8, 9}))).isFalse();
    assertThat(SeriesFiles.isSeries(file("e.csv", new byte[0]))).isFalse();
    assertThat(SeriesFiles.isSeries(folder)).isFalse();
    assertThat(SeriesFiles.isSeries(folder.resolve("gone"))).isFalse();
  }

  @Test
  void aStreamIsLeftWhereItWas() throws IOException {
    byte[] bytes = gzip(HEADER + rows("a", 0, 2));
    InputStream in = new BufferedInputStream(new ByteArrayInputStream(bytes), 64 << 10);
    assertThat(SeriesFiles.isSeries(in)).isTrue();
    assertThat(in.readAllBytes()).isEqualTo(bytes);
  }

  @Test
  void gzipReadsAsThePlainFile() throws IOException {
    String text = HEADER + rows("a", 0.05, 20 * 60) + rows("b", 0, 20 * 60);
    SeriesReport plain = read(100, file("plain", text.getBytes(UTF_8)));
    SeriesReport zipped = read(100, file("zipped", gzip(text)));
    assertThat(zipped.verdicts()).isEqualTo(plain.verdicts());
    assertThat(plain.verdicts()).extracting(SeriesVerdict::kind).containsExactly("leak", "steady");
    assertThat(plain.samples()).isEqualTo(2 * 20 * 60);
  }

  @Test
  void aFileThatWasCutIsNamedAndWhatWasReadIsJudged() throws IOException {
    byte[] whole = gzip(HEADER + rows("a", 0.05, 20 * 60) + rows("b", 0, 20 * 60));
    SeriesReport report = read(100, file("cut", Arrays.copyOf(whole, whole.length * 4 / 5)));
    assertThat(report.verdicts()).first().extracting(SeriesVerdict::kind).isEqualTo("leak");
    assertThat(report.unreadable()).hasSize(1);
    assertThat(report.unreadable().getFirst().problem())
        .startsWith("line ")
        .endsWith("ends inside the gzip data: it was cut");
  }

  @Test
  void mixedSeriesReadAsSortedOnes() throws IOException {
    String[] a = rows("a", 0.05, 20 * 60).split("\n", -1);
    String[] b = rows("b", 0, 20 * 60).split("\n", -1);
    StringBuilder mixed = new StringBuilder(HEADER);
    for (int i = 0; i + 1 < a.length; i++) {
      mixed.append(a[i]).append('\n').append(b[i]).append('\n');
    }
    SeriesReport report = read(100, file("mixed", mixed.toString().getBytes(UTF_8)));
    SeriesReport sorted =
        read(
            100,
            file("sorted", (HEADER + String.join("\n", a) + String.join("\n", b)).getBytes(UTF_8)));
    assertThat(report.verdicts()).isEqualTo(sorted.verdicts());
  }

  @Test
  void anyNumberOfSortedSeriesNeedsNoMoreThanSoManyStates() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < 50; i++) {
      text.append(rows("s" + i, 0, 5));
    }
    SeriesReport report = read(2, file("many", text.toString().getBytes(UTF_8)));
    assertThat(report.verdicts()).hasSize(50);
    assertThat(report.verdicts().get(49).seriesId()).isEqualTo("s49");
    assertThat(complaints).isEmpty();
  }

  @Test
  void aSeriesThatComesBackTooLateIsToldOf() throws IOException {
    String text = HEADER + rows("a", 0, 5) + rows("b", 0, 5) + rows("c", 0, 5) + rows("a", 0, 5);
    SeriesReport report = read(2, file("back", text.getBytes(UTF_8)));
    assertThat(report.verdicts()).hasSize(3);
    assertThat(report.badLines()).isEqualTo(5);
    assertThat(complaints)
        .first()
        .asString()
        .endsWith("line 17: series a comes back after 2 others; sort the file by series_id");
  }

  @Test
  void badLinesAreToldOfUpToTenAndThenCounted() throws IOException {
    SeriesReport report =
        read(100, file("bad", (HEADER + "a,x,1\n".repeat(25) + "a,1,1\n").getBytes(UTF_8)));
    assertThat(report.badLines()).isEqualTo(25);
    assertThat(complaints).hasSize(11);
    assertThat(complaints.getLast()).endsWith("15 more lines that are left out");
    assertThat(report.verdicts()).hasSize(1);
  }

  @Test
  void whatIsNotSortedByTimeIsCounted() throws IOException {
    SeriesReport report =
        read(100, file("late", (HEADER + "a,5,1\na,3,1\na,5,1\na,7,1\n").getBytes(UTF_8)));
    assertThat(report.samples()).isEqualTo(2);
    assertThat(report.passedOver()).isEqualTo(2);
  }

  @Test
  void aFileWithoutHeaderIsNamed() throws IOException {
    SeriesReport report = read(100, file("none", "a,b\n1,2\n".getBytes(UTF_8)));
    assertThat(report.verdicts()).isEmpty();
    assertThat(report.unreadable().getFirst().problem())
        .isEqualTo("line 1: no header of the form series_id,epoch_seconds,VALUE[,limit]");
  }

  private SeriesReport read(int mostOpen, Path file) {
    return new SeriesFiles(complaints::add, mostOpen)
        .read(List.of(file.toString()), InputStream.nullInputStream());
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  /**
   * A minute from one to the next, 1 GB of limit, flat for six hours and then so much of it an
   * hour.
   */
  private static String rows(String id, double perHour, int minutes) {
    Random random = new Random(7);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < minutes; i++) {
      double fraction = 0.3 + Math.max(0, i - 360) * perHour / 60 + random.nextDouble() * 0.004;
      rows.append(id)
          .append(',')
          .append(1_700_000_000L + 60L * i)
          .append(',')
          .append(Math.round(Math.min(1, fraction) * 1e9))
          .append(",1000000000\n");
    }
    return rows.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
