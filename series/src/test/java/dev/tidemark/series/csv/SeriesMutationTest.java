package dev.tidemark.series.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A damaged series file ends in rows and told lines, or in the typed error; the same for one seed.
 */
class SeriesMutationTest {
  private static final int ROUNDS = Integer.getInteger("tidemark.mutations", 10_000);
  private static final String[] WORDS = {
    ",", "\"", "\n", "\r", "NaN", "-1", "1e400", "9223372036854775808", "0x", "Inf", "\uFEFF", " "
  };

  @Test
  void damageEndsInRowsOrInTheTypedError() {
    byte[] seed = seed();
    assertTimeoutPreemptively(
        Duration.ofSeconds(60L + ROUNDS / 500),
        () -> {
          long rows = 0;
          int refused = 0;
          for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = mutated(seed, new SplittableRandom(round));
            try {
              ReadRows read = ReadRows.of(new ByteArrayInputStream(mutated));
              rows += read.rows.size();
              assertThat(read.rows.size() + read.problems.size())
                  .isLessThanOrEqualTo(lines(mutated));
            } catch (MalformedSeriesException expected) {
              refused++;
              assertThat(expected.line()).isEqualTo(1);
            } catch (RuntimeException | Error bug) {
              throw new AssertionError("seed " + round, bug);
            }
          }
          assertThat(rows).isPositive();
          assertThat(refused).isBetween(1, ROUNDS - 1);
        });
  }

  private static byte[] seed() {
    StringBuilder file = new StringBuilder("series_id,epoch_seconds,rss_bytes,limit\n");
    for (int i = 0; i < 40; i++) {
      file.append(i < 20 ? "shop-1" : "\"cart{pod=\"\"7\"\"}\"")
          .append(',')
          .append(1_700_000_000 + 60 * i)
          .append(i % 7 == 3 ? ",," : ",104857" + i + ".25,")
          .append("536870912\n");
    }
    return file.toString().getBytes(ISO_8859_1);
  }

  private static byte[] mutated(byte[] seed, SplittableRandom random) {
    byte[] bytes = seed;
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int length = Math.min(bytes.length - at, 1 << random.nextInt(9));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(bytes, 0, at);
      switch (random.nextInt(5)) {
        case 0 -> out.write(random.nextInt(256));
        case 1 -> out.writeBytes(WORDS[random.nextInt(WORDS.length)].getBytes(ISO_8859_1));
        case 2 -> out.write(bytes, at, length);
        case 3 -> at += length;
        default -> out.writeBytes("9".repeat(random.nextInt(1, 500)).getBytes(ISO_8859_1));
      }
      out.write(bytes, at, bytes.length - at);
      bytes = out.toByteArray();
    }
    return bytes;
  }

  private static int lines(byte[] bytes) {
    int lines = 1;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }
}
