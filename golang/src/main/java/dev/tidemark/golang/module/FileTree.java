package dev.tidemark.golang.module;

import java.util.List;
import java.util.Optional;

/**
 * Files by path. Paths are absolute, their parts separated by {@code /}. May be asked by several
 * threads at once.
 */
public interface FileTree {
  /** What a folder holds, by name; nothing where there is no such folder or it can't be read. */
  List<Entry> list(String folder);

  /** The bytes of a file; nothing where there is none or it can't be read. */
  Optional<byte[]> read(String path);

  /** What stands in a folder. Links to folders are neither. */
  record Entry(String name, Kind kind) {}

  /** What an entry is. */
  enum Kind {
    FILE,
    FOLDER,
    OTHER
  }

  default boolean isFile(String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    return list(path.substring(0, Math.max(slash, 1))).stream()
        .anyMatch(entry -> entry.kind() == Kind.FILE && entry.name().equals(name));
  }
}
