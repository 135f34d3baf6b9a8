package dev.tidemark.detect.memory.fit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what to fit by. */
final class Examples {
  private Examples() {}

  /** The made series of folders with a {@code series.csv} and its {@code truth.json} each. */
  static List<Example> made(List<Path> folders) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Path folder : folders) {
      Map<String, Label> labels = Truth.read(folder.resolve("truth.json"));
      List<RawSeries> series = SeriesFile.read(folder.resolve("series.csv"));
      for (RawSeries one : series) {
        if (!labels.containsKey(one.id())) {
          throw new IOException(folder + ": truth.json says nothing of " + one.id());
        }
      }
      examples.addAll(
          series.parallelStream()
              .map(one -> Example.of(one, Optional.ofNullable(labels.get(one.id())).orElseThrow()))
              .toList());
    }
    return examples;
  }

  /**
   * Recorded series.
   *
   * @param leftOut CSV files whose first column names series that count neither way
   */
  static List<Example> recorded(List<Path> files, List<Path> leftOut) throws IOException {
    List<Example> examples = new ArrayList<>();
    Set<String> out = ids(leftOut);
    for (Path file : files) {
      examples.addAll(
          SeriesFile.read(file).parallelStream()
              .filter(one -> !out.contains(one.id()))
              .map(one -> Example.of(one, new Label.Recorded()))
              .toList());
    }
    return examples;
  }

  private static Set<String> ids(List<Path> files) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      lines.addAll(Files.readAllLines(file));
    }
    return lines.stream()
        .map(line -> line.contains(",") ? line.substring(0, line.indexOf(',')) : line)
        .collect(Collectors.toSet());
  }
}
