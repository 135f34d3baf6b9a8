package dev.tidemark.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A style sheet or script that this module carries. */
final class Resource {
  private Resource() {}

  static String text(String name) {
    try (InputStream resource = Resource.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("not in this build: " + name);
      }
      return new String(resource.readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
