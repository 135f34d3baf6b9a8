package dev.tidemark.benchmarks.beside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures whole processes with the peer program {@code measure}: all children included. */
record Commands(Path measure) {
  /** What one run of each takes, by the median of {@code rounds}; they run in turns. */
  List<Spent> spent(int rounds, Map<String, String> environment, List<List<String>> commands)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(measure.toString(), "-n", String.valueOf(rounds)));
    for (List<String> command : commands) {
      line.add("--");
      line.addAll(command);
    }
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    List<Spent> all = new ArrayList<>();
    for (String answer : output(builder)) {
      String[] cells = answer.split("\t", -1);
      all.add(
          new Spent(
              Double.parseDouble(cells[0]) * 1e3,
              Double.parseDouble(cells[2]) * 1e3,
              Long.parseLong(cells[3])));
    }
    return all;
  }

  /** The lines a command prints. */
  static List<String> output(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    process.getOutputStream().close();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(builder.command().getFirst() + ": exit code " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return lines;
  }
}
