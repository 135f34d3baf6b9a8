package dev.tidemark.golang;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.golang.module.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Files that are only in memory. */
public final class MemoryFiles implements FileTree {
  private final Map<String, byte[]> files = new TreeMap<>();

  public MemoryFiles with(String path, String text) {
    files.put(path, text.getBytes(UTF_8));
    return this;
  }

  @Override
  public List<Entry> list(String folder) {
    TreeSet<String> names = new TreeSet<>();
    List<Entry> entries = new ArrayList<>();
    for (String path : files.keySet()) {
      if (path.startsWith(folder + "/")) {
        String rest = path.substring(folder.length() + 1);
        int slash = rest.indexOf('/');
        String name = slash < 0 ? rest : rest.substring(0, slash);
        if (names.add(name)) {
          entries.add(new Entry(name, slash < 0 ? Kind.FILE : Kind.FOLDER));
        }
      }
    }
    return entries;
  }

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(files.get(path));
  }
}
