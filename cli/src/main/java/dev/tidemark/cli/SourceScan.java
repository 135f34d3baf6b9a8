package dev.tidemark.cli;

import dev.tidemark.config.ScanOptions;
import dev.tidemark.golang.effect.AnalyzedPackage;
import dev.tidemark.golang.module.FileTree;
import dev.tidemark.golang.module.GoVersion;
import dev.tidemark.golang.module.ModuleGraph;
import dev.tidemark.golang.program.Program;
import dev.tidemark.report.scan.SourceLines;
import dev.tidemark.scan.Rule;
import dev.tidemark.scan.Rules;
import dev.tidemark.scan.ScanReport;
import dev.tidemark.scan.Wrappers;
import dev.tidemark.scan.cache.KeptScan;
import dev.tidemark.scan.cache.PackageEntry;
import dev.tidemark.workspace.ApiSummaries;
import dev.tidemark.workspace.DiskFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The packages in and below a folder, ready to be scanned. */
record SourceScan(
    GoModule module,
    Program program,
    List<String> paths,
    SourceLines lines,
    ScanConfig config,
    boolean readsTests) {
  static SourceScan of(String folder, boolean readsTests) throws CommandException {
    return of(folder, readsTests, new ScanConfig(ScanOptions.DEFAULT, Path.of("/"), ""));
  }

  static SourceScan of(String folder, boolean readsTests, ScanConfig config)
      throws CommandException {
    GoModule module = GoModule.in(folder, config.options().largestFile());
    boolean hasTests = readsTests && config.options().readsTests();
    Program program = program(module.files(), module.modules(), module, config, hasTests);
    List<String> paths = program.packages(module.packageFolders());
    return new SourceScan(module, program, paths, lines(module.files()), config, hasTests);
  }

  private static Program program(
      FileTree files, ModuleGraph modules, GoModule module, ScanConfig config, boolean readsTests) {
    return new Program(
        files,
        modules,
        config.options().platform(),
        ApiSummaries.all(System.getenv(), module.files()),
        false,
        readsTests);
  }

  /**
   * What a scan says, and what it has found out about each package.
   *
   * @param entries with what the next scan may take from them
   */
  record Scanned(ScanReport report, List<PackageEntry> entries) {}

  /** Scans all of it; complains of what could not be looked at as it should. */
  ScanReport run(
      List<Rule> rules,
      Predicate<String> isAsked,
      boolean showsUncertain,
      Consumer<AnalyzedPackage> seen,
      Console console) {
    try (ExecutorService pool = Workers.pool()) {
      return scan(rules, KeptScan.none(Map.of()), isAsked, showsUncertain, seen, pool, console)
          .report;
    }
  }

  /**
   * Scans what has changed since the last time, which gives the same as to scan all of it.
   *
   * @param isKept whether to take what the last scan has kept, and to keep this one
   */
  Scanned again(
      List<Rule> rules,
      boolean isKept,
      Predicate<String> isAsked,
      boolean showsUncertain,
      Console console) {
    try (ExecutorService pool = Workers.pool()) {
      ScanCache cache = ScanCache.of(this, scan(program, modules(), rules).infos(), pool);
      // Whether configured functions exist is known of packages that are looked at only.
      boolean usesCache = isKept && config.options().settings().wrappers().equals(Wrappers.NONE);
      KeptScan earlier = usesCache ? cache.earlier() : cache.nothing();
      Scanned scanned = scan(rules, earlier, isAsked, showsUncertain, _ -> {}, pool, console);
      if (usesCache) {
        cache.keep(scanned.entries, earlier);
      }
      return scanned;
    }
  }

  /**
   * Scans the same folder as it is in other files, such as those of a revision, with what is held
   * back elsewhere.
   *
   * @param now what is known of it as it is on disk: of packages that are the same in both, nothing
   *     has to be found out again
   */
  ScanReport runOn(FileTree files, List<PackageEntry> now) {
    ModuleGraph modules = ModuleGraph.of(files, GoModule.cache(module.files()), module.folder());
    Program other = program(files, modules, module, config, readsTests);
    List<String> asked = other.packages(modules.packageFolders(module.folder()));
    try (ExecutorService pool = Workers.pool()) {
      boolean isSameModule =
          ScanCache.modules(module.files(), modules()).equals(ScanCache.modules(files, modules));
      Map<String, String> contents = ScanCache.contents(files, modules, asked, pool);
      KeptScan earlier = isSameModule ? KeptScan.of(now, contents) : KeptScan.none(contents);
      dev.tidemark.scan.Scan scan = scan(other, modules, Rules.all());
      List<PackageEntry> entries =
          scan.entries(asked, earlier, file -> files.read(file).orElse(new byte[0]), pool, _ -> {});
      return scan.report(module.folder(), entries, config::includes, true);
    }
  }

  /** All that is found, what is held back elsewhere too. */
  ScanReport all(List<PackageEntry> entries) {
    return scan(program, modules(), Rules.all())
        .report(module.folder(), entries, config::includes, true);
  }

  private ModuleGraph modules() {
    return module.modules();
  }

  private dev.tidemark.scan.Scan scan(Program of, ModuleGraph modules, List<Rule> rules) {
    GoVersion version = modules.main().mod().languageVersion();
    return new dev.tidemark.scan.Scan(of, rules, version, config.options().settings());
  }

  private Scanned scan(
      List<Rule> rules,
      KeptScan earlier,
      Predicate<String> isAsked,
      boolean showsUncertain,
      Consumer<AnalyzedPackage> seen,
      ExecutorService pool,
      Console console) {
    dev.tidemark.scan.Scan scan = scan(program, modules(), rules);
    WrapperNames names = new WrapperNames(config.options().settings().wrappers());
    Consumer<AnalyzedPackage> namesAndSeen = names::see;
    List<PackageEntry> entries =
        scan.entries(paths, earlier, this::bytes, pool, namesAndSeen.andThen(seen));
    Predicate<String> isTold = config::includes;
    ScanReport report = scan.report(module.folder(), entries, isTold.and(isAsked), showsUncertain);
    List<String> problems = problems(entries, report);
    names.missing().forEach(sentence -> console.complain(sentence, "give its full name"));
    problems.forEach(problem -> console.complain(problem, ""));
    return new Scanned(report.withProblems(problems), entries);
  }

  private byte[] bytes(String file) {
    return module.files().read(file).orElse(new byte[0]);
  }

  private List<String> problems(List<PackageEntry> entries, ScanReport report) {
    Set<String> problems = new LinkedHashSet<>();
    entries.stream()
        .flatMap(entry -> entry.broken().stream())
        .sorted(Comparator.comparing(PackageEntry.Broken::file))
        .forEach(broken ->
            problems.add(
                report.relative(broken.file())
                    + ":"
                    + broken.message()
                    + "; only what parses was looked at"));
    for (DiskFiles.Unread unread : module.files().unread()) {
      problems.add(report.relative(unread.path()) + ": " + unread.reason());
    }
    return List.copyOf(problems);
  }

  /** Each file is read once. */
  static SourceLines lines(FileTree files) {
    Map<String, List<String>> read = new HashMap<>();
    return (file, line) -> {
      List<String> lines =
          read.computeIfAbsent(
              file,
              _ ->
                  files
                      .read(file)
                      .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
                      .orElse(List.of()));
      return line <= lines.size() ? lines.get(line - 1) : "";
    };
  }
}
