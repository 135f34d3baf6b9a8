package dev.tidemark.detect.memory.fit;

import dev.tidemark.series.csv.MalformedSeriesException;
import dev.tidemark.series.csv.SeriesCsvReader;
import dev.tidemark.series.csv.SeriesHeader;
import dev.tidemark.series.csv.SeriesRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/** A file of series, {@code series_id,epoch_seconds,fraction}, gzip or not. */
final class SeriesFile {
  private SeriesFile() {}

  /**
   * All series of a file, in its order.
   *
   * @throws IOException if it can't be read, or a line is not of the form: a fit over half of the
   *     data would go unnoticed
   */
  static List<RawSeries> read(Path file) throws IOException {
    Rows rows = new Rows(file);
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      SeriesCsvReader.read(plain, rows);
    } catch (MalformedSeriesException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    if (!rows.problems.isEmpty()) {
      throw new IOException(rows.problems.getFirst());
    }
    return rows.series.entrySet().stream().map(e -> e.getValue().of(e.getKey())).toList();
  }

  private static final class Rows implements SeriesRows {
    private final Path file;
    private final Map<String, Samples> series = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    Rows(Path file) {
      this.file = file;
    }

    @Override
    public void header(SeriesHeader header) {
      if (header.impliedLimit() != 1) {
        bad(1, "the third column is to be a fraction of the limit, and to be called so");
      }
    }

    @Override
    public void row(long line, String id, long epochMillis, double value, double limit) {
      if (!Double.isNaN(value)) {
        Samples samples = series.computeIfAbsent(id, _ -> new Samples());
        samples.epochMillis.add(epochMillis);
        samples.values.add(value);
      }
    }

    @Override
    public void bad(long line, String problem) {
      problems.add("%s: line %,d: %s".formatted(file, line, problem));
    }
  }

  private static final class Samples {
    private final LongStream.Builder epochMillis = LongStream.builder();
    private final DoubleStream.Builder values = DoubleStream.builder();

    RawSeries of(String id) {
      return new RawSeries(id, epochMillis.build().toArray(), values.build().toArray());
    }
  }
}
