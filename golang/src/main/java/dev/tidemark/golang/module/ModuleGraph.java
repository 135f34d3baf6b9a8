package dev.tidemark.golang.module;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The modules of a build: those that are worked on, and a version of each that they require
 * ("Minimal version selection" of the modules reference).
 */
public final class ModuleGraph {
  /** From here on a go.mod lists every module that its packages need (lazy loading). */
  private static final int COMPLETE_SINCE = 17;

  private static final int MOST_MODULES = 20_000;

  private final FileTree files;
  private final ModuleCache cache;
  private final List<Root> roots;
  private final List<GoMod.Replace> replaces;
  private final String vendor;

  /** The chosen version of each module, by path. */
  private final Map<String, ModuleVersion> chosen;

  private final Map<String, Optional<String>> folders = new HashMap<>();

  /** A module that is worked on. */
  public record Root(String folder, GoMod mod) {
    /** The import path of a folder of it. */
    public String importPath(String within) {
      String rest = within.length() > folder.length() ? within.substring(folder.length() + 1) : "";
      if (mod.module().equals("std")) {
        return rest;
      }
      return rest.isEmpty() ? mod.module() : mod.module() + "/" + rest;
    }
  }

  private ModuleGraph(
      FileTree files,
      ModuleCache cache,
      List<Root> roots,
      List<GoMod.Replace> replaces,
      String vendor,
      Map<String, ModuleVersion> chosen) {
    this.files = files;
    this.cache = cache;
    this.roots = roots;
    this.replaces = replaces;
    this.vendor = vendor;
    this.chosen = chosen;
  }

  /**
   * The modules that a folder belongs to. A folder without go.mod is taken for a module without
   * name that requires nothing.
   *
   * @param folder absolute
   */
  public static ModuleGraph of(FileTree files, ModuleCache cache, String folder) {
    Optional<String> own = upward(files, folder, "go.mod");
    Optional<String> work = upward(files, folder, "go.work");
    List<Root> roots = new ArrayList<>();
    List<GoMod.Replace> replaces = new ArrayList<>();
    String vendorHome = own.orElse(folder);
    Optional<GoWork> together = work.flatMap(at -> files.read(at + "/go.work")).map(GoWork::parse);
    List<String> used = new ArrayList<>();
    if (together.isPresent()) {
      for (String use : together.get().uses()) {
        used.add(Paths.resolve(work.orElseThrow(), use));
      }
    }
    if (own.isEmpty() || used.contains(own.get())) {
      for (String use : used) {
        root(files, use).ifPresent(roots::add);
      }
      together.ifPresent(found -> replaces.addAll(rooted(found.replaces(), work.orElseThrow())));
      vendorHome = work.orElse(vendorHome);
    }
    if (roots.isEmpty()) {
      String at = own.orElse(folder);
      roots.add(root(files, at).orElseGet(() -> new Root(at, GoMod.nameless(at))));
    }
    for (Root root : roots) {
      replaces.addAll(rooted(root.mod().replaces(), root.folder()));
    }
    Map<String, ModuleVersion> chosen = choose(roots, replaces, cache);
    String vendor = vendorHome + "/vendor";
    boolean isVendored = files.isFile(vendor + "/modules.txt");
    return new ModuleGraph(files, cache, roots, replaces, isVendored ? vendor : "", chosen);
  }

  private static Optional<Root> root(FileTree files, String folder) {
    return files
        .read(folder + "/go.mod")
        .map(GoMod::parse)
        .map(mod -> new Root(folder, mod.module().isEmpty() ? GoMod.nameless(folder) : mod));
  }

  private static Optional<String> upward(FileTree files, String folder, String name) {
    String at = folder;
    while (true) {
      if (files.isFile(at + "/" + name)) {
        return Optional.of(at);
      }
      int slash = at.lastIndexOf('/');
      if (slash <= 0) {
        return Optional.empty();
      }
      at = at.substring(0, slash);
    }
  }

  /** Folders that take the place of modules, made absolute. */
  private static List<GoMod.Replace> rooted(List<GoMod.Replace> replaces, String folder) {
    List<GoMod.Replace> absolute = new ArrayList<>();
    for (GoMod.Replace replace : replaces) {
      absolute.add(
          replace.isFolder()
              ? new GoMod.Replace(
                  replace.from(), new ModuleVersion(Paths.resolve(folder, replace.to().path()), ""))
              : replace);
    }
    return absolute;
  }

  private static Map<String, ModuleVersion> choose(
      List<Root> roots, List<GoMod.Replace> replaces, ModuleCache cache) {
    Map<String, ModuleVersion> chosen = new TreeMap<>();
    Deque<ModuleVersion> open = new ArrayDeque<>();
    Set<ModuleVersion> excluded = new HashSet<>();
    roots.forEach(root -> excluded.addAll(root.mod().excludes()));
    for (Root root : roots) {
      boolean isComplete = root.mod().languageVersion().minor() >= COMPLETE_SINCE;
      for (GoMod.Require require : root.mod().requires()) {
        if (excluded.contains(require.module())) {
          continue;
        }
        raise(chosen, require.module());
        if (!isComplete) {
          open.add(require.module());
        }
      }
    }
    Set<ModuleVersion> seen = new HashSet<>(open);
    while (!open.isEmpty() && seen.size() < MOST_MODULES) {
      ModuleVersion module = open.poll();
      ModuleVersion actual = replaced(replaces, module).orElse(module);
      Optional<GoMod> mod =
          actual.version().isEmpty()
              ? cache.files().read(actual.path() + "/go.mod").map(GoMod::parse)
              : cache.goMod(actual);
      for (GoMod.Require require : mod.map(GoMod::requires).orElse(List.of())) {
        if (excluded.contains(require.module())) {
          continue;
        }
        raise(chosen, require.module());
        if (seen.add(require.module())) {
          open.add(require.module());
        }
      }
    }
    return chosen;
  }

  private static void raise(Map<String, ModuleVersion> chosen, ModuleVersion module) {
    ModuleVersion before = chosen.get(module.path());
    if (before == null || SemanticVersion.ORDER.compare(before.version(), module.version()) < 0) {
      chosen.put(module.path(), module);
    }
  }

  private static Optional<ModuleVersion> replaced(
      List<GoMod.Replace> replaces, ModuleVersion module) {
    return replaces.stream()
        .filter(replace -> replace.isOf(module))
        .max(Comparator.comparing(replace -> replace.from().version().length()))
        .map(GoMod.Replace::to);
  }

  /** The modules that are worked on. */
  public List<Root> roots() {
    return List.copyOf(roots);
  }

  /** The module whose {@code go} line decides on timers and other behaviour of a program. */
  public Root main() {
    return roots.getFirst();
  }

  /** Where the package of an import path is. */
  public synchronized Location locate(String path) {
    Optional<Location> own = inRoot(path);
    if (own.isPresent()) {
      return own.get();
    }
    ModuleVersion missing = null;
    for (String prefix = path; !prefix.isEmpty(); prefix = Paths.parent(prefix)) {
      ModuleVersion module = chosen.get(prefix);
      if (module != null) {
        Optional<String> folder = vendored(path).or(() -> in(module, path));
        if (folder.isPresent()) {
          return new Location.InDependency(module, folder.get());
        }
        missing = missing == null ? module : missing;
      }
    }
    Optional<String> folder = vendored(path);
    if (folder.isPresent()) {
      return new Location.InDependency(new ModuleVersion(path, ""), folder.get());
    }
    return missing == null ? Location.Missing.ANYWHERE : new Location.Missing(missing);
  }

  private Optional<Location> inRoot(String path) {
    Root best = null;
    for (Root root : roots) {
      String module = root.mod().module();
      boolean isWithin = path.equals(module) || path.startsWith(module + "/");
      if (isWithin && (best == null || module.length() > best.mod().module().length())) {
        best = root;
      }
      boolean isStandard =
          module.equals("std") && (path.indexOf('.') < 0 || path.startsWith("vendor/"));
      if (isStandard && hasGo(root.folder() + "/" + path)) {
        return Optional.of(new Location.InModule(root, root.folder() + "/" + path));
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    String rest = path.substring(best.mod().module().length());
    String folder = best.folder() + rest;
    // A folder with a go.mod of its own is another module's, and may be required as such.
    return rest.isEmpty() || !isOtherModule(best.folder(), folder)
        ? hasGo(folder) ? Optional.of(new Location.InModule(best, folder)) : Optional.empty()
        : Optional.empty();
  }

  private boolean isOtherModule(String root, String folder) {
    for (String at = folder; at.length() > root.length(); at = Paths.parent(at)) {
      if (files.isFile(at + "/go.mod")) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> vendored(String path) {
    String folder = vendor + "/" + path;
    return !vendor.isEmpty() && hasGo(folder) ? Optional.of(folder) : Optional.empty();
  }

  private Optional<String> in(ModuleVersion module, String path) {
    return home(module).map(at -> at + path.substring(module.path().length())).filter(this::hasGo);
  }

  /** The folder of a module. */
  private synchronized Optional<String> home(ModuleVersion module) {
    return folders.computeIfAbsent(
        module.path(),
        _ -> {
          ModuleVersion actual = replaced(replaces, module).orElse(module);
          return actual.version().isEmpty() ? Optional.of(actual.path()) : cache.folderOf(actual);
        });
  }

  private boolean hasGo(String folder) {
    return files.list(folder).stream()
        .anyMatch(entry -> entry.kind() == FileTree.Kind.FILE && entry.name().endsWith(".go"));
  }

  /**
   * The folders below one that hold packages of the modules that are worked on, as {@code ./...}
   * means them, in order.
   */
  public List<String> packageFolders(String folder) {
    List<String> found = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(List.of(folder));
    while (!open.isEmpty()) {
      String at = open.pop();
      if (!at.equals(folder) && isForeign(at)) {
        continue;
      }
      List<String> below = new ArrayList<>();
      boolean hasGo = false;
      for (FileTree.Entry entry : files.list(at)) {
        switch (entry.kind()) {
          case FILE -> hasGo |= entry.name().endsWith(".go");
          case FOLDER -> {
            if (!isSkipped(entry.name())) {
              below.add(at + "/" + entry.name());
            }
          }
          case OTHER -> {}
        }
      }
      if (hasGo) {
        found.add(at);
      }
      below.sort(Comparator.reverseOrder());
      below.forEach(open::push);
    }
    return found;
  }

  private boolean isForeign(String folder) {
    if (roots.stream().anyMatch(root -> root.folder().equals(folder))) {
      return false;
    }
    for (Root root : roots) {
      for (String ignored : root.mod().ignored()) {
        boolean isMatch =
            ignored.startsWith("./")
                ? folder.equals(Paths.resolve(root.folder(), ignored))
                : folder.endsWith("/" + ignored);
        if (isMatch) {
          return true;
        }
      }
    }
    return files.isFile(folder + "/go.mod");
  }

  /** Import paths of all packages of the modules that are required directly and are there. */
  public List<String> required() {
    List<String> paths = new ArrayList<>();
    for (Root root : roots) {
      for (GoMod.Require require : root.mod().requires()) {
        if (!require.isIndirect()) {
          ModuleVersion module = require.module();
          home(module)
              .ifPresent(folder -> {
                for (String at : packageFolders(folder)) {
                  paths.add(module.path() + at.substring(folder.length()));
                }
              });
        }
      }
    }
    return paths;
  }

  private static boolean isSkipped(String name) {
    return name.startsWith("_")
        || name.startsWith(".")
        || name.equals("testdata")
        || name.equals("vendor");
  }

  /** The import path of a folder of a module that is worked on. */
  public Optional<String> importPath(String folder) {
    return roots.stream()
        .filter(root -> folder.equals(root.folder()) || folder.startsWith(root.folder() + "/"))
        .max(Comparator.comparing(root -> root.folder().length()))
        .map(root -> root.importPath(folder));
  }
}
