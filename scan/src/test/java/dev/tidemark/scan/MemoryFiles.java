package dev.tidemark.scan;

import dev.tidemark.golang.module.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that a test makes up, by their paths. */
record MemoryFiles(Map<String, String> files) implements FileTree {
  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<Entry> list(String folder) {
    return files.keySet().stream()
        .filter(path -> path.startsWith(folder + "/"))
        .map(path -> path.substring(folder.length() + 1))
        .map(rest -> {
          int slash = rest.indexOf('/');
          return slash < 0
              ? new Entry(rest, Kind.FILE)
              : new Entry(rest.substring(0, slash), Kind.FOLDER);
        })
        .distinct()
        .toList();
  }
}
