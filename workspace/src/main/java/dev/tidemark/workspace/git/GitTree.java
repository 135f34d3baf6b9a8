package dev.tidemark.workspace.git;

import dev.tidemark.golang.module.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * The files of a revision, at the paths that they have when it is checked out. What is outside of
 * the work tree, of a submodule, or ignored is that of the disk.
 */
public final class GitTree implements FileTree {
  /** Links that lead to links. */
  private static final int LONGEST_CHAIN = 8;

  /** As of files on disk: what no one wrote by hand. */
  private static final long LARGEST = 256L << 20;

  private final Repository repository;
  private final String root;
  private final FileTree disk;
  private final Ignored ignored;
  private final Map<String, Map<String, Item>> folders = new ConcurrentHashMap<>();
  private final Set<String> unread = ConcurrentHashMap.newKeySet();

  private record Item(FileMode mode, ObjectId id) {}

  GitTree(Repository repository, ObjectId tree, String root, FileTree disk, Ignored ignored) {
    this.repository = repository;
    this.root = root;
    this.disk = disk;
    this.ignored = ignored;
    folders.put(root, read(tree));
  }

  /** What of it could not be read so far, with the reason. */
  public List<String> unread() {
    return unread.stream().sorted().toList();
  }

  @Override
  public List<Entry> list(String folder) {
    if (isOfDisk(folder)) {
      return disk.list(folder);
    }
    Map<String, Item> items = items(folder);
    List<Entry> entries = new ArrayList<>();
    items.forEach((name, item) -> entries.add(new Entry(name, kind(folder + "/" + name, item))));
    for (Entry entry : disk.list(folder)) {
      if (!items.containsKey(entry.name()) && isIgnored(folder + "/" + entry.name())) {
        entries.add(entry);
      }
    }
    entries.sort(Comparator.comparing(Entry::name));
    return List.copyOf(entries);
  }

  @Override
  public Optional<byte[]> read(String path) {
    return read(path, LONGEST_CHAIN);
  }

  private Optional<byte[]> read(String path, int links) {
    if (isOfDisk(path)) {
      return disk.read(path);
    }
    Optional<Item> item = item(path);
    if (item.isEmpty()) {
      return isIgnored(path) ? disk.read(path) : Optional.empty();
    }
    if (isFile(item.get())) {
      return bytes(path, item.get());
    }
    return target(path, item.get(), links).flatMap(target -> read(target, links - 1));
  }

  private Kind kind(String path, Item item) {
    if (item.mode.equals(FileMode.TREE) || item.mode.equals(FileMode.GITLINK)) {
      return Kind.FOLDER;
    }
    String at = path;
    Item found = item;
    for (int links = LONGEST_CHAIN; links > 0; links--) {
      if (isFile(found)) {
        return Kind.FILE;
      }
      Optional<String> target = target(at, found, links);
      if (target.isEmpty()) {
        return Kind.OTHER;
      }
      at = target.get();
      if (isOfDisk(at)) {
        return disk.isFile(at) ? Kind.FILE : Kind.OTHER;
      }
      Optional<Item> next = item(at);
      if (next.isEmpty()) {
        return Kind.OTHER;
      }
      found = next.get();
    }
    return Kind.OTHER;
  }

  private static boolean isFile(Item item) {
    return item.mode.equals(FileMode.REGULAR_FILE) || item.mode.equals(FileMode.EXECUTABLE_FILE);
  }

  /** Where a link leads. */
  private Optional<String> target(String path, Item item, int links) {
    if (!item.mode.equals(FileMode.SYMLINK) || links == 0) {
      return Optional.empty();
    }
    return bytes(path, item)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .map(target -> target.startsWith("/") ? target : parent(path) + "/" + target)
        .map(GitTree::normalized);
  }

  private static String normalized(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      switch (part) {
        case "", "." -> {}
        case ".." -> {
          if (!parts.isEmpty()) {
            parts.removeLast();
          }
        }
        default -> parts.add(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  private Optional<byte[]> bytes(String path, Item item) {
    try {
      ObjectLoader loader = repository.open(item.id, Constants.OBJ_BLOB);
      return loader.getSize() > LARGEST
          ? Optional.empty()
          : Optional.of(loader.getCachedBytes((int) LARGEST));
    } catch (IOException broken) {
      unread.add(path + ": " + broken.getMessage());
      return Optional.empty();
    }
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private Optional<Item> item(String path) {
    return Optional.ofNullable(items(parent(path)).get(path.substring(path.lastIndexOf('/') + 1)));
  }

  private Map<String, Item> items(String folder) {
    Map<String, Item> known = folders.get(folder);
    if (known != null) {
      return known;
    }
    Map<String, Item> found =
        isWithin(folder)
            ? item(folder)
                .filter(item -> item.mode.equals(FileMode.TREE))
                .map(item -> read(item.id))
                .orElse(Map.of())
            : Map.of();
    folders.put(folder, found);
    return found;
  }

  private Map<String, Item> read(ObjectId tree) {
    Map<String, Item> items = new TreeMap<>();
    try (ObjectReader reader = repository.newObjectReader()) {
      CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
      for (; !parser.eof(); parser = parser.next()) {
        items.put(
            parser.getEntryPathString(),
            new Item(parser.getEntryFileMode(), parser.getEntryObjectId()));
      }
    } catch (IOException broken) {
      unread.add(tree.name() + ": " + broken.getMessage());
    }
    return items;
  }

  private boolean isWithin(String path) {
    return path.startsWith(root + "/");
  }

  private boolean isIgnored(String path) {
    return isWithin(path) && ignored.contains(path.substring(root.length() + 1));
  }

  /** Outside of the work tree, or in a submodule. */
  private boolean isOfDisk(String path) {
    if (path.equals(root)) {
      return false;
    }
    if (!isWithin(path)) {
      return true;
    }
    for (String at = path; at.length() > root.length(); at = parent(at)) {
      Optional<Item> item = item(at);
      if (item.isPresent()) {
        return item.get().mode.equals(FileMode.GITLINK);
      }
    }
    return false;
  }
}
