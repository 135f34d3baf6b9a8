package dev.tidemark.workspace;

import dev.tidemark.golang.module.FileTree;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The files of this machine. Links to files are followed, links to folders are not, as the go
 * command has it. Folders are listed once.
 */
public final class DiskFiles implements FileTree {
  /** What no one wrote by hand; more than a scan has memory for. */
  public static final long USUAL = 16L << 20;

  /** What no front end has to read, whatever is asked for. */
  private static final long LARGEST = 256L << 20;

  private final long largest;
  private final Map<String, List<Entry>> lists = new ConcurrentHashMap<>();
  private final Queue<Unread> unread = new ConcurrentLinkedQueue<>();

  public DiskFiles() {
    this(USUAL);
  }

  /**
   * @param largest bytes of a file that is read
   */
  public DiskFiles(long largest) {
    this.largest = Math.min(largest, LARGEST);
  }

  /** A file or folder that could not be read. */
  public record Unread(String path, String reason) {}

  /** What could not be read so far. */
  public List<Unread> unread() {
    return List.copyOf(unread);
  }

  /** Counts a file among those that could not be read. */
  void refuse(String path, String reason) {
    unread.add(new Unread(path, reason));
  }

  @Override
  public List<Entry> list(String folder) {
    return lists.computeIfAbsent(folder, this::entries);
  }

  private List<Entry> entries(String folder) {
    List<Entry> entries = new ArrayList<>();
    try {
      Path path = Path.of(folder);
      if (!Files.isDirectory(path)) {
        return List.of();
      }
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
        for (Path entry : stream) {
          entries.add(new Entry(entry.getFileName().toString(), kind(entry)));
        }
      }
    } catch (IOException | DirectoryIteratorException | InvalidPathException failed) {
      unread.add(new Unread(folder, reason(failed)));
    }
    entries.sort(Comparator.comparing(Entry::name));
    return List.copyOf(entries);
  }

  private static Kind kind(Path entry) {
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      return Kind.FOLDER;
    }
    return Files.isRegularFile(entry) ? Kind.FILE : Kind.OTHER;
  }

  private static String reason(Exception failed) {
    return switch (failed) {
      case AccessDeniedException _ -> "permission denied";
      case InvalidPathException _ -> "its name is not valid here";
      default -> String.valueOf(failed.getMessage());
    };
  }

  @Override
  public Optional<byte[]> read(String file) {
    try {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path)) {
        return Optional.empty();
      }
      if (Files.size(path) > largest) {
        unread.add(new Unread(file, "larger than %,d bytes: not read".formatted(largest)));
        return Optional.empty();
      }
      return Optional.of(Files.readAllBytes(path));
    } catch (IOException | InvalidPathException failed) {
      unread.add(new Unread(file, reason(failed)));
      return Optional.empty();
    }
  }
}
