package dev.tidemark.series.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.series.csv.RowFields.Field;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads {@code series_id,epoch_seconds,VALUE[,limit]}: RFC 4180 without line ends inside a field,
 * UTF-8. One line is held at a time. A line that is not of the form is told of and passed over;
 * only a first line that is not the header ends the reading.
 */
public final class SeriesCsvReader {
  private static final String FORM = "series_id,epoch_seconds,VALUE[,limit]";
  // The last second of the year 9999. What lies beyond are milliseconds, taken for seconds.
  private static final double LAST_SECOND = 253_402_300_799.0;
  private static final int LONGEST_ID = 4 << 10;

  private final LineSource lines;
  private final SeriesRows rows;
  private final RowFields fields = new RowFields();
  private byte[] lastId = new byte[0];
  private String lastSeries = "";

  private SeriesCsvReader(InputStream in, SeriesRows rows) {
    this.lines = new LineSource(in);
    this.rows = rows;
  }

  /**
   * Hands all rows of a file to {@code rows}.
   *
   * @throws MalformedSeriesException if it does not begin with the header
   * @throws IOException as the stream does; what was read before was handed over
   */
  public static void read(InputStream in, SeriesRows rows)
      throws IOException, MalformedSeriesException {
    new SeriesCsvReader(in, rows).read();
  }

  private void read() throws IOException, MalformedSeriesException {
    SeriesHeader header = header();
    rows.header(header);
    int columns = header.hasLimit() ? 4 : 3;
    while (lines.advance()) {
      if (lines.isTooLong()) {
        rows.bad(lines.line(), "longer than %,d bytes".formatted(LineSource.LONGEST));
      } else if (lines.end() > lines.start()) {
        row(columns);
      }
    }
  }

  private SeriesHeader header() throws IOException, MalformedSeriesException {
    if (!lines.advance()) {
      throw new MalformedSeriesException(1, "empty; a series file begins with " + FORM);
    }
    boolean isSplit =
        !lines.isTooLong() && fields.split(lines.bytes(), lines.start(), lines.end(), 4);
    if (!isSplit || fields.count() < 3) {
      throw new MalformedSeriesException(1, "no header of the form " + FORM);
    }
    if (!text(0).equals("series_id") || !text(1).equals("epoch_seconds")) {
      throw new MalformedSeriesException(
          1, "the columns are to be " + FORM + ", in this order; rename or reorder them");
    }
    if (fields.count() == 4 && !text(3).equals("limit")) {
      throw new MalformedSeriesException(
          1, "the fourth column, if there is one, is to be called limit");
    }
    if (text(2).isBlank()) {
      throw new MalformedSeriesException(1, "the third column has no name: name the value");
    }
    return new SeriesHeader(text(2), fields.count() == 4);
  }

  private void row(int columns) {
    if (!fields.split(lines.bytes(), lines.start(), lines.end(), columns)) {
      bad(fields.problem());
      return;
    }
    // A limit may be left out with its comma.
    if (fields.count() < 3) {
      bad("has %d of %d columns".formatted(fields.count(), columns));
      return;
    }
    Field id = fields.field(0);
    if (id.length() == 0 || id.length() > LONGEST_ID) {
      bad(id.length() == 0 ? "names no series" : "a series_id of more than 4,096 bytes");
      return;
    }
    double seconds = number(1);
    if (!(seconds >= 0 && seconds <= LAST_SECOND)) {
      bad(
          seconds > LAST_SECOND && Double.isFinite(seconds)
              ? "epoch_seconds of " + shown(1) + " looks like milliseconds: divide by 1,000"
              : "epoch_seconds is no time: " + shown(1));
      return;
    }
    double value = fields.field(2).length() == 0 ? Double.NaN : number(2);
    if (value < 0 || value == Double.POSITIVE_INFINITY) {
      bad("the value is no amount of memory: " + shown(2));
      return;
    }
    double limit = fields.count() < 4 || fields.field(3).length() == 0 ? Double.NaN : number(3);
    if (limit < 0) {
      bad("the limit is no amount of memory: " + shown(3));
      return;
    }
    // No limit at all goes by many names.
    boolean isLimit = limit > 0 && Double.isFinite(limit);
    rows.row(
        lines.line(), series(id), Math.round(seconds * 1000), value, isLimit ? limit : Double.NaN);
  }

  private String series(Field id) {
    if (!Arrays.equals(id.bytes(), id.from(), id.to(), lastId, 0, lastId.length)) {
      lastId = Arrays.copyOfRange(id.bytes(), id.from(), id.to());
      lastSeries = new String(lastId, UTF_8);
    }
    return lastSeries;
  }

  private double number(int column) {
    Field field = fields.field(column);
    return Numbers.parse(field.bytes(), field.from(), field.to());
  }

  private String text(int column) {
    Field field = fields.field(column);
    return new String(field.bytes(), field.from(), field.length(), UTF_8);
  }

  private String shown(int column) {
    String text = text(column);
    return "\"" + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + "\"";
  }

  private void bad(String problem) {
    rows.bad(lines.line(), problem);
  }
}
