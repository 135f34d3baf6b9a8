package dev.tidemark.cli;

import dev.tidemark.golang.module.FileTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files as they would be if some were changed. */
record EditedFiles(FileTree files, Map<String, byte[]> edited) implements FileTree {
  @Override
  public List<Entry> list(String folder) {
    return files.list(folder);
  }

  @Override
  public Optional<byte[]> read(String path) {
    byte[] bytes = edited.get(path);
    return bytes != null ? Optional.of(bytes.clone()) : files.read(path);
  }
}
