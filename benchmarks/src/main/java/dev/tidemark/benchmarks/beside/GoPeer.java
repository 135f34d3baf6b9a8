package dev.tidemark.benchmarks.beside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A peer program that waits between its rounds ({@code decode}, {@code parse}): Go's own package on
 * one core, with its garbage collector on.
 */
final class GoPeer implements AutoCloseable {
  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  GoPeer(Path program, List<Path> files) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    files.forEach(file -> command.add(file.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("GOMAXPROCS", "1");
    builder.environment().remove("GOGC");
    process = builder.start();
    questions = process.outputWriter(UTF_8);
    answers = process.inputReader(UTF_8);
  }

  Spent round(int count) throws IOException {
    questions.write(count + "\n");
    questions.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the peer is gone");
    }
    String[] cells = answer.split("\t", -1);
    return new Spent(
            Long.parseLong(cells[0]) / 1e6,
            Long.parseLong(cells[1]) / 1e6,
            Long.parseLong(cells[2]))
        .each(count);
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
