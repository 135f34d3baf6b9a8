package dev.tidemark.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of files that can be made again at any time: it never grows beyond its bound, those used
 * last stay, and several processes may use it at once. That it can't be written is no error.
 */
public final class CacheFolder {
  private static final String SUFFIX = ".cache";

  private final Path folder;
  private final long limit;

  /** A file of it. */
  private record Kept(Path path, long size, Instant used) {}

  /**
   * @param limit bytes of all files together
   */
  public CacheFolder(Path folder, long limit) {
    this.folder = folder;
    this.limit = limit;
  }

  /** Where a user's caches are kept ("XDG Base Directory Specification"). */
  public static Path ofUser(Map<String, String> environment) {
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base =
        cache.isEmpty() ? Path.of(environment.getOrDefault("HOME", "/"), ".cache") : Path.of(cache);
    return base.resolve("tidemark");
  }

  public Path folder() {
    return folder;
  }

  /** Bytes of all files together. */
  public long limit() {
    return limit;
  }

  /** The bytes that were put under a name. */
  public Optional<byte[]> get(String name) {
    Path path = folder.resolve(name + SUFFIX);
    try {
      byte[] bytes = Files.readAllBytes(path);
      Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
      return Optional.of(bytes);
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** Keeps bytes under a name; whoever reads gets them whole, or those that were there before. */
  public void put(String name, byte[] bytes) {
    if (bytes.length > limit) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path written = Files.createTempFile(folder, name, ".tmp");
      try {
        Files.write(written, bytes);
        Files.move(
            written,
            folder.resolve(name + SUFFIX),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(written);
      }
      bound();
    } catch (IOException unwritable) {
      // The next run has to do the work again; this one has all it needs.
    }
  }

  /** How many bytes are kept. */
  public long size() throws IOException {
    return kept().stream().mapToLong(Kept::size).sum();
  }

  /** How many files are kept. */
  public int count() throws IOException {
    return kept().size();
  }

  /** Takes everything away that is kept; gives how many bytes that were. */
  public long clear() throws IOException {
    long bytes = 0;
    for (Kept one : kept()) {
      bytes += Files.deleteIfExists(one.path) ? one.size : 0;
    }
    return bytes;
  }

  private void bound() throws IOException {
    List<Kept> all = new ArrayList<>(kept());
    all.sort(Comparator.comparing(Kept::used));
    long size = all.stream().mapToLong(Kept::size).sum();
    for (Kept oldest : all) {
      if (size <= limit) {
        return;
      }
      Files.deleteIfExists(oldest.path);
      size -= oldest.size;
    }
  }

  private List<Kept> kept() throws IOException {
    List<Kept> kept = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return kept;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*{.cache,.tmp}")) {
      for (Path file : files) {
        try {
          kept.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException gone) {
          // Another process has taken it away meanwhile.
        }
      }
    }
    return kept;
  }
}
