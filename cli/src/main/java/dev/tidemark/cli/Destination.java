package dev.tidemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.collect.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a result goes: the console, or the file named by {@code --output}. */
final class Destination {
  private final String file;
  private final Console console;

  Destination(Arguments arguments, Console console) {
    file = arguments.value("--output", "");
    this.console = console;
  }

  boolean isFile() {
    return !file.isEmpty();
  }

  void write(String text) throws CommandException {
    if (isFile()) {
      write(text.getBytes(UTF_8));
    } else {
      console.out().print(text);
    }
  }

  void write(byte[] bytes) throws CommandException {
    if (!isFile()) {
      console.out().write(bytes, 0, bytes.length);
      return;
    }
    try {
      Files.write(Path.of(file), bytes);
    } catch (IOException e) {
      throw new CommandException(
          "can't write " + file + ": " + FileProblem.inWords(e), "name another --output");
    }
  }
}
