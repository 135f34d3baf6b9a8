package dev.tidemark.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs, in one JVM and with their output thrown away, the commands that the AOT cache of a family
 * is trained on. The launcher starts it after a build, in the program's folder, with the family's
 * name.
 */
final class Training {
  private Training() {}

  public static void main(String[] args) throws IOException {
    // The real start makes this one.
    Console console = Console.ofProcess();
    try (InputStream commands = Training.class.getResourceAsStream("training-" + args[0])) {
      if (commands == null) {
        throw new IllegalStateException("the build left out the resource training-" + args[0]);
      }
      for (String line : new String(commands.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          run(line.strip(), console);
        }
      }
    }
    console.flush();
  }

  private static void run(String line, Console console) {
    InputStream nothing = new ByteArrayInputStream(new byte[0]);
    ExitCode code =
        Main.run(
            List.of(line.split(" +")),
            Console.of(nothing, OutputStream.nullOutputStream(), console.err()));
    console.err().println("trained on `" + line + "`, which ended with " + code);
    if (code == ExitCode.BUG) {
      throw new IllegalStateException("`" + line + "` failed");
    }
  }
}
