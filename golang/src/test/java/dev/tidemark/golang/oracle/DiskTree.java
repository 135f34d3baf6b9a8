package dev.tidemark.golang.oracle;

import dev.tidemark.golang.module.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The files of this machine, for oracles. */
final class DiskTree implements FileTree {
  private final Map<String, List<Entry>> lists = new ConcurrentHashMap<>();

  @Override
  public List<Entry> list(String folder) {
    return lists.computeIfAbsent(folder, DiskTree::entries);
  }

  private static List<Entry> entries(String folder) {
    if (!Files.isDirectory(Path.of(folder))) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(Path.of(folder))) {
      return list.sorted()
          .map(path ->
              new Entry(
                  path.getFileName().toString(), Files.isDirectory(path) ? Kind.FOLDER : Kind.FILE))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Optional<byte[]> read(String path) {
    try {
      return Files.isRegularFile(Path.of(path))
          ? Optional.of(Files.readAllBytes(Path.of(path)))
          : Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
