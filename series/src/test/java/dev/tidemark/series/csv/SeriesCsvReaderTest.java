package dev.tidemark.series.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesCsvReaderTest {
  private static final String HEADER = "series_id,epoch_seconds,rss_bytes\n";

  @Test
  void aRowIsASample() throws Exception {
    ReadRows read = ReadRows.of(HEADER + "shop,1700000000,5242880\nshop,1700000060.5,5.5e6\n");
    assertThat(read.headers).containsExactly(new SeriesHeader("rss_bytes", false));
    assertThat(read.rows)
        .containsExactly(
            "2 shop 1700000000000 5242880.0 NaN", "3 shop 1700000060500 5500000.0 NaN");
    assertThat(read.problems).isEmpty();
  }

  @Test
  void aLimitMayStandBehindTheValue() throws Exception {
    ReadRows read =
        ReadRows.of(
            "series_id,epoch_seconds,rss,limit\na,1,2,3\na,2,2,\na,3,2\na,4,2,+Inf\na,5,2,0\n");
    assertThat(read.rows)
        .containsExactly(
            "2 a 1000 2.0 3.0",
            "3 a 2000 2.0 NaN",
            "4 a 3000 2.0 NaN",
            "5 a 4000 2.0 NaN",
            "6 a 5000 2.0 NaN");
  }

  @Test
  void anEmptyValueAndNanAreGaps() throws Exception {
    assertThat(ReadRows.of(HEADER + "a,1,\na,2,NaN\na,3,nan\n").rows)
        .containsExactly("2 a 1000 NaN NaN", "3 a 2000 NaN NaN", "4 a 3000 NaN NaN");
  }

  @Test
  void namesMayBeQuoted() throws Exception {
    ReadRows read =
        ReadRows.of(
            "\"series_id\",\"epoch_seconds\",\"v\"\r\n\"pod{a=\"\"x,y\"\"}\",\"1\",\"2\"\r\n");
    assertThat(read.rows).containsExactly("2 pod{a=\"x,y\"} 1000 2.0 NaN");
  }

  @Test
  void aByteOrderMarkBlanksAndEmptyLinesArePassedOver() throws Exception {
    assertThat(ReadRows.of("\uFEFF" + HEADER + "\n a , 1 , 2 \n\n").rows)
        .containsExactly("3 a 1000 2.0 NaN");
  }

  @Test
  void theLastLineNeedsNoEnd() throws Exception {
    assertThat(ReadRows.of(HEADER + "a,1,2").rows).containsExactly("2 a 1000 2.0 NaN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,1 | has 2 of 3 columns",
        "a,1,2,3 | has more than 3 columns",
        ",1,2 | names no series",
        "a,soon,2 | epoch_seconds is no time: \"soon\"",
        "a,-1,2 | epoch_seconds is no time: \"-1\"",
        "a,1700000000000,2 | epoch_seconds of \"1700000000000\" looks like milliseconds: divide by 1,000",
        "a,1,much | the value is no amount of memory: \"much\"",
        "a,1,-3 | the value is no amount of memory: \"-3\"",
        "a,1,Inf | the value is no amount of memory: \"Inf\"",
        "a,1,0x10 | the value is no amount of memory: \"0x10\"",
        "a,1,2d | the value is no amount of memory: \"2d\"",
        "\"a,1,2 | ends inside a quoted field",
        "\"a\"b,1,2 | has text behind a closing quote",
      })
  void aBadLineIsToldOfAndTheRestIsRead(String line, String problem) throws Exception {
    ReadRows read = ReadRows.of(HEADER + "a,1,2\n" + line + "\na,3,4\n");
    assertThat(read.problems).containsExactly("3 " + problem);
    assertThat(read.rows).containsExactly("2 a 1000 2.0 NaN", "4 a 3000 4.0 NaN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "remember the milk",
        "series_id,epoch_seconds",
        "epoch_seconds,series_id,v",
        "series_id,epoch_seconds,v,most",
        "series_id,epoch_seconds,v,limit,more",
        "series_id,epoch_seconds,",
        "\"series_id,epoch_seconds,v",
      })
  void whatHasNoHeaderIsNoSeriesFile(String header) {
    assertThatThrownBy(() -> ReadRows.of(header + "\na,1,2\n"))
        .isInstanceOf(MalformedSeriesException.class)
        .hasMessageStartingWith("line 1: ");
  }

  @Test
  void aLineTooLongIsPassedOverWhereverItEnds() throws Exception {
    for (int length : new int[] {65_000, 66_000, 131_072, 200_000, 500_000}) {
      ReadRows read = ReadRows.of(HEADER + "a,1,2\n" + "x".repeat(length) + "\na,3,4\n");
      assertThat(read.rows)
          .as("%,d", length)
          .containsExactly("2 a 1000 2.0 NaN", "4 a 3000 4.0 NaN");
      assertThat(read.problems).hasSize(1).allMatch(problem -> problem.startsWith("3 "));
    }
  }

  @Test
  void lowDribblesOfAStreamReadTheSame() throws Exception {
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 0; i < 20_000; i++) {
      file.append("series-").append(i / 100).append(',').append(i).append(",0.5\n");
    }
    byte[] bytes = file.toString().getBytes(UTF_8);
    ReadRows whole = ReadRows.of(new ByteArrayInputStream(bytes));
    ReadRows dribbled = ReadRows.of(new Dribble(bytes));
    assertThat(whole.rows).hasSize(20_000);
    assertThat(dribbled.rows).isEqualTo(whole.rows);
  }

  @Test
  void decimalsAreReadAsJavaReadsThem() throws Exception {
    for (String number :
        new String[] {
          "0.1",
          "0.123456",
          "123456789.987654",
          "1e-7",
          "4.35",
          "17179869184",
          ".5",
          "5.",
          "0.30000000000000004",
          "123456789012345678"
        }) {
      assertThat(ReadRows.of(HEADER + "a,1," + number + "\n").rows)
          .containsExactly("2 a 1000 " + Double.parseDouble(number) + " NaN");
    }
  }

  @Test
  void aColumnNamedForItsUnitHasALimitOfItsOwn() {
    assertThat(new SeriesHeader("fraction", false).impliedLimit()).isEqualTo(1);
    assertThat(new SeriesHeader("memory_usage_ratio", false).impliedLimit()).isEqualTo(1);
    assertThat(new SeriesHeader("Percent", false).impliedLimit()).isEqualTo(100);
    assertThat(new SeriesHeader("rss_bytes", false).impliedLimit()).isNaN();
  }

  /** A stream that gives up to seven bytes at a time, as a pipe may. */
  private static final class Dribble extends InputStream {
    private final ByteArrayInputStream bytes;

    Dribble(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return bytes.read(into, offset, Math.min(7, length));
    }
  }
}
