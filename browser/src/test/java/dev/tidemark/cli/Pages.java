package dev.tidemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;

/** Pages as the program writes them. */
final class Pages {
  private static final Path CAPTURES = Path.of(System.getProperty("tidemark.captures", "captures"));

  private Pages() {}

  /** Of recorded captures. */
  static Path ofCaptures(Path folder, String name) {
    return of(CAPTURES.resolve(name), folder.resolve(name.replace('/', '-') + ".html"));
  }

  static Path of(Path source, Path page) {
    return of("inspect", source, page);
  }

  static Path of(String command, Path source, Path page) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ExitCode code =
        Main.run(
            List.of(command, "--format", "html", "--output", page.toString(), source.toString()),
            Console.of(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err));
    if (code == ExitCode.BUG || code == ExitCode.UNUSABLE) {
      throw new IllegalStateException(err.toString(UTF_8));
    }
    return page;
  }
}
