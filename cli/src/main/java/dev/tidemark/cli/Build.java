package dev.tidemark.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Which build of the program this is. */
final class Build {
  private Build() {}

  /** Another for another version, and for one that was built again. */
  static String identity() {
    StringBuilder identity = new StringBuilder(Version.current().number());
    for (String element : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      identity.append('\n').append(element);
      try (Stream<Path> files = Files.walk(Path.of(element))) {
        files.filter(Files::isRegularFile).sorted().forEach(file -> identity.append(stamp(file)));
      } catch (IOException gone) {
        identity.append(" -");
      }
    }
    return identity.toString();
  }

  private static String stamp(Path file) {
    try {
      return " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException gone) {
      return " -";
    }
  }
}
