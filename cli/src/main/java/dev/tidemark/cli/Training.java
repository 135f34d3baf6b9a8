package dev.tidemark.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs, in one JVM and with their output thrown away, the commands that the AOT cache is trained
 * on. The launcher starts it after a build, in the program's folder.
 */
final class Training {
  private Training() {}

  public static void main(String[] args) throws IOException {
    try (InputStream commands = Training.class.getResourceAsStream("training")) {
      if (commands == null) {
        throw new IllegalStateException("the build left out the resource `training`");
      }
      for (String line : new String(commands.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          run(line.strip());
        }
      }
    }
    // What only the real start does.
    Console.ofProcess().flush();
  }

  private static void run(String line) {
    Console console =
        Console.of(
            new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(), System.err);
    ExitCode code = Main.run(List.of(line.split(" +")), console);
    System.err.println("trained on `" + line + "`, which ended with " + code);
    if (code == ExitCode.BUG) {
      throw new IllegalStateException("`" + line + "` failed");
    }
  }
}
