package dev.tidemark.benchmarks.beside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Go files in memory. */
record GoFiles(List<byte[]> contents, long bytes) {
  /**
   * @param list a file with the name of one on each line
   */
  static GoFiles read(Path list) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    long bytes = 0;
    for (String file : Files.readAllLines(list)) {
      byte[] content = Files.readAllBytes(Path.of(file));
      bytes += content.length;
      contents.add(content);
    }
    return new GoFiles(contents, bytes);
  }

  String text() {
    return "%,d Go files, %s".formatted(contents.size(), Row.size(bytes));
  }

  /** How much is done in a second. */
  String rate(double millis) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e3 / millis);
  }
}
