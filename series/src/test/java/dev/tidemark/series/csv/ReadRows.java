package dev.tidemark.series.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What was read of a file, as text. */
final class ReadRows implements SeriesRows {
  final List<SeriesHeader> headers = new ArrayList<>();
  final List<String> rows = new ArrayList<>();
  final List<String> problems = new ArrayList<>();

  static ReadRows of(String file) throws IOException, MalformedSeriesException {
    return of(new ByteArrayInputStream(file.getBytes(UTF_8)));
  }

  static ReadRows of(InputStream in) throws IOException, MalformedSeriesException {
    ReadRows read = new ReadRows();
    SeriesCsvReader.read(in, read);
    return read;
  }

  @Override
  public void header(SeriesHeader header) {
    headers.add(header);
  }

  @Override
  public void row(long line, String seriesId, long epochMillis, double value, double limit) {
    rows.add(line + " " + seriesId + " " + epochMillis + " " + value + " " + limit);
  }

  @Override
  public void bad(long line, String problem) {
    problems.add(line + " " + problem);
  }
}
