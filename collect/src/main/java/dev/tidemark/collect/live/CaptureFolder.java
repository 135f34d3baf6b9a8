package dev.tidemark.collect.live;

import dev.tidemark.collect.FileProblem;
import dev.tidemark.collect.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the captures of a watch are kept. A disk that fails ends the keeping, not the watch: what
 * was kept until then is a run of its own, without holes.
 */
final class CaptureFolder {
  private final Path folder;
  private boolean isOpen = true;

  private CaptureFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder where it is not there.
   *
   * @throws Unusable if that fails: before a watch, whoever started it can still name another one
   */
  static CaptureFolder at(Path folder) throws Unusable {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Unusable("can't make the directory " + folder + ": " + FileProblem.inWords(e));
    }
    return new CaptureFolder(folder);
  }

  /** Keeps a capture; what went wrong the first time, and nothing after that. */
  Optional<String> keep(String name, byte[] data) {
    if (!isOpen) {
      return Optional.empty();
    }
    Path file = folder.resolve(name);
    try {
      Files.write(file, data);
      return Optional.empty();
    } catch (IOException e) {
      isOpen = false;
      return Optional.of(
          "saving ended: %s can't be written in %s: %s%s"
              .formatted(
                  name,
                  folder,
                  FileProblem.inWords(e),
                  removed(file) ? "" : ", and a part of it stays"));
    }
  }

  private static boolean removed(Path file) {
    try {
      Files.deleteIfExists(file);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
