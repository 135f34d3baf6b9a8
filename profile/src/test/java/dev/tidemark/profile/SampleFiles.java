package dev.tidemark.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** What src/test/go/shop wrote, as test resources. */
public final class SampleFiles {
  private SampleFiles() {}

  public static byte[] read(String name) {
    try (InputStream stream = SampleFiles.class.getResourceAsStream("samples/" + name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no sample " + name);
      }
      return stream.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** At most the first {@code bytes}, for mutation seeds. */
  public static byte[] head(String name, int bytes) {
    byte[] all = read(name);
    return all.length <= bytes ? all : Arrays.copyOf(all, bytes);
  }

  public static Path path(String name) {
    return Path.of("src/test/resources/dev/tidemark/profile/samples", name);
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
