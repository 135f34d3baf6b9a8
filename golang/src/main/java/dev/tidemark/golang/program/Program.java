package dev.tidemark.golang.program;

import dev.tidemark.golang.build.Platform;
import dev.tidemark.golang.check.SourcePackage;
import dev.tidemark.golang.check.SourceUnit;
import dev.tidemark.golang.module.FileTree;
import dev.tidemark.golang.module.Location;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.module.PackageFolder;
import dev.tidemark.golang.parse.Diagnostic;
import dev.tidemark.golang.types.Package;
import dev.tidemark.golang.types.Resolution;
import dev.tidemark.golang.types.Universe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The packages of a module and of what it imports. May be asked by several threads at once; what it
 * answers does not depend on the order of the questions.
 */
public final class Program {
  /** What the import path of a package of tests ends in. */
  public static final String TESTS = "_test";

  private final FileTree files;
  private final ModuleGraph modules;
  private final Platform platform;
  private final SummarySource summaries;
  private final boolean readsDependencies;
  private final boolean readsTests;
  private final Resolution resolution = new Resolution();
  private final ConcurrentHashMap<String, Loaded> loaded = new ConcurrentHashMap<>();

  /** Files of the module itself that do not parse as a whole. */
  private final Queue<BrokenFile> broken = new ConcurrentLinkedQueue<>();

  /**
   * A file with syntax errors; what of it could be parsed is looked at.
   *
   * @param errors how many, at least one
   */
  public record BrokenFile(String path, Diagnostic first, int errors) {}

  /** A package, with its source where it has one. */
  private record Loaded(Package pkg, Optional<SourcePackage> source) {}

  /**
   * @param readsDependencies whether the source of dependencies is read where it is there, rather
   *     than only their summaries
   */
  public Program(
      FileTree files,
      ModuleGraph modules,
      Platform platform,
      SummarySource summaries,
      boolean readsDependencies) {
    this(files, modules, platform, summaries, readsDependencies, false);
  }

  /**
   * @param readsDependencies whether the source of dependencies is read where it is there, rather
   *     than only their summaries
   * @param readsTests whether tests belong to the module's own packages; tests of a package of
   *     their own are one whose path ends in {@link #TESTS}
   */
  public Program(
      FileTree files,
      ModuleGraph modules,
      Platform platform,
      SummarySource summaries,
      boolean readsDependencies,
      boolean readsTests) {
    this.files = files;
    this.modules = modules;
    this.platform = platform;
    this.summaries = summaries;
    this.readsDependencies = readsDependencies;
    this.readsTests = readsTests;
  }

  public ModuleGraph modules() {
    return modules;
  }

  /** Import paths of the module's own packages in and below a folder. */
  public List<String> packages(String folder) {
    return packages(modules.packageFolders(folder));
  }

  /** Import paths of folders of the module. */
  public List<String> packages(List<String> folders) {
    List<String> own = folders.stream().flatMap(at -> modules.importPath(at).stream()).toList();
    if (!readsTests) {
      return own;
    }
    List<String> all = new ArrayList<>(own);
    own.forEach(path -> all.add(path + TESTS));
    return all;
  }

  /**
   * A package of the module itself, with all of its types; nothing where no file of it is built.
   */
  public Optional<SourcePackage> source(String path) {
    return load(path).source();
  }

  /** Of the packages that were asked for so far, by path. */
  public List<BrokenFile> broken() {
    return broken.stream().sorted(Comparator.comparing(BrokenFile::path)).toList();
  }

  /** The package that an import path means. */
  public Package imported(String path) {
    return path.equals("unsafe") ? Universe.UNSAFE : load(vendored(path)).pkg();
  }

  private Loaded load(String path) {
    Loaded known = loaded.get(path);
    return known != null ? known : loaded.computeIfAbsent(path, this::make);
  }

  private Loaded make(String path) {
    if (readsTests
        && path.endsWith(TESTS)
        && modules.locate(path.substring(0, path.length() - TESTS.length()))
            instanceof Location.InModule tested) {
      List<PackageFolder.GoFile> tests =
          PackageFolder.read(files, tested.folder(), platform, true).externalTests();
      if (!tests.isEmpty()) {
        return loaded(path, tests, true);
      }
    }
    return switch (modules.locate(path)) {
      case Location.InModule own -> fromSource(path, own.folder(), true);
      case Location.InDependency dependency when readsDependencies ->
          fromSource(path, dependency.folder(), false);
      case Location.InDependency _, Location.Missing _ -> fromSummary(path);
    };
  }

  /** What the standard library vendors bears other paths than elsewhere. */
  private String vendored(String path) {
    int slash = path.indexOf('/');
    boolean isOfModule = path.lastIndexOf('.', slash < 0 ? path.length() : slash) >= 0;
    if (!isOfModule) {
      return path;
    }
    return switch (modules.main().mod().module()) {
      case "std" -> "vendor/" + path;
      case "cmd" -> "cmd/vendor/" + path;
      default -> path;
    };
  }

  private Loaded fromSource(String path, String folder, boolean isOwn) {
    boolean withTests = isOwn && readsTests;
    PackageFolder read = PackageFolder.read(files, folder, platform, withTests);
    List<PackageFolder.GoFile> all = new ArrayList<>(read.files());
    all.addAll(read.tests());
    return all.isEmpty() ? fromSummary(path) : loaded(path, all, isOwn);
  }

  private Loaded loaded(String path, List<PackageFolder.GoFile> read, boolean isOwn) {
    List<SourceUnit> units = new ArrayList<>();
    for (PackageFolder.GoFile file : read) {
      units.add(new SourceUnit(file.path(), file.parsed().file()));
      List<Diagnostic> errors = file.parsed().diagnostics();
      if (isOwn && !errors.isEmpty()) {
        broken.add(new BrokenFile(file.path(), errors.getFirst(), errors.size()));
      }
    }
    SourcePackage source = new SourcePackage(path, units, this::imported, resolution, isOwn);
    return new Loaded(source.pkg(), Optional.of(source));
  }

  private Loaded fromSummary(String path) {
    Package pkg =
        summaries.summary(path, this::imported, resolution).orElseGet(() -> Package.unknown(path));
    return new Loaded(pkg, Optional.empty());
  }
}
