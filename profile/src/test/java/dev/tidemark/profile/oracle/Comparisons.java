package dev.tidemark.profile.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one test compared with an oracle, and writes the count down, so that a test that
 * compares nothing is seen.
 */
final class Comparisons implements AutoCloseable {
  private static final Path COUNTS = Path.of("target", "oracle-counts.txt");

  private final String name;
  private long count;

  Comparisons(String name) {
    this.name = name;
  }

  void equal(String what, @Nullable Object ours, @Nullable Object theirs) {
    if (!(ours == null ? theirs == null : ours.equals(theirs))) {
      assertThat(ours).as(what).isEqualTo(theirs);
    }
    count++;
  }

  long count() {
    return count;
  }

  @Override
  public void close() {
    try {
      Files.createDirectories(COUNTS.toAbsolutePath().getParent());
      Files.writeString(
          COUNTS,
          String.format(Locale.ROOT, "oracle %s comparisons %d%n", name, count),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
