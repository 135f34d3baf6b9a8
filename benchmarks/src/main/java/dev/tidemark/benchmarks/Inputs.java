package dev.tidemark.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that {@code benchmarks/run} generated. */
final class Inputs {
  private Inputs() {}

  /** A heap profile of so many samples: 1,600, 62,000 or 385,000. */
  static byte[] heap(int samples) {
    Path folder = Path.of(System.getProperty("tidemark.inputs", "benchmarks/target/inputs"));
    try {
      return Files.readAllBytes(folder.resolve("heap-" + samples + ".pb.gz"));
    } catch (IOException e) {
      throw new UncheckedIOException("start it by benchmarks/run --jmh, which makes the inputs", e);
    }
  }
}
