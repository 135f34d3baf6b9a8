package dev.tidemark.cli;

import dev.tidemark.config.Problem;
import dev.tidemark.config.ScanOptions;
import dev.tidemark.config.TidemarkYaml;
import dev.tidemark.scan.ScanReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is configured for the scan of a folder.
 *
 * @param top where patterns of paths start
 * @param text the file as it is read; empty where there is none
 */
record ScanConfig(ScanOptions options, Path top, String text) {
  /**
   * Reads {@code tidemark.yaml} from the folder or, up to the module's, one above; what it takes to
   * read YAML is loaded only if there is one.
   *
   * @param given a file to read instead; empty if there is none
   */
  static ScanConfig of(String given, String word, Console console) throws CommandException {
    Path folder = real(GoModule.path(word));
    Path file = given.isEmpty() ? nearest(folder).orElse(null) : Path.of(given);
    if (file == null) {
      return new ScanConfig(ScanOptions.DEFAULT, folder, "");
    }
    Path home = real(file).getParent();
    byte[] bytes = bytes(file);
    return new ScanConfig(
        read(file, bytes, console),
        home != null && folder.startsWith(home) ? home : folder,
        new String(bytes, StandardCharsets.UTF_8));
  }

  /** As findings name it; of what is not there others complain. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException missing) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static Optional<Path> nearest(Path folder) {
    Path found = null;
    for (Path at = folder; at != null; at = at.getParent()) {
      Path file = at.resolve(TidemarkYaml.NAME);
      if (found == null && Files.exists(file)) {
        found = file;
      }
      if (Files.exists(at.resolve("go.mod"))) {
        return Optional.ofNullable(found);
      }
    }
    // Of no module: what lies somewhere above is somebody else's.
    return Optional.ofNullable(found).filter(file -> folder.equals(file.getParent()));
  }

  private static Path shown(Path file) {
    Path here = real(Path.of(""));
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  private static byte[] bytes(Path file) throws CommandException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(TidemarkYaml.LARGEST + 1);
    } catch (IOException e) {
      throw new CommandException(
          shown(file) + (Files.exists(file) ? " can't be read" : " does not exist"),
          "give --config a file as docs/configuration.md shows one");
    }
  }

  private static ScanOptions read(Path file, byte[] bytes, Console console)
      throws CommandException {
    Path shown = shown(file);
    return switch (TidemarkYaml.read(bytes)) {
      case TidemarkYaml.Accepted accepted -> accepted.configuration().scan();
      case TidemarkYaml.Refused refused -> {
        for (Problem problem : refused.problems()) {
          console.complain(
              "%s:%d:%d: %s".formatted(shown, problem.line(), problem.column(), problem.what()),
              problem.advice());
        }
        int count = refused.problems().size();
        throw new CommandException(
            "%,d %s in %s; nothing was scanned"
                .formatted(count, count == 1 ? "mistake" : "mistakes", shown),
            "docs/configuration.md shows a whole file");
      }
    };
  }

  boolean fails(ScanReport report) {
    return options.failing().stream().anyMatch(leakClass -> report.count(leakClass) > 0);
  }

  /** Whether findings in a file are told. */
  boolean includes(String file) {
    Path path = Path.of(file);
    return !path.startsWith(top)
        || !options.excluded().match(top.relativize(path).toString().replace('\\', '/'));
  }
}
